/** Which addresses lie on the open internet. */

/** Fetches something from elsewhere, within bounds, from hosts that are allowed. */
export { fetchOutside, type OutsideAsk } from './fetching.ts'
export { isPublicAddress } from './network-address.ts'
/** Why something outside could not be fetched, as a sentence. */
export { OutsideFault } from './outside-fault.ts'
/** An address elsewhere, checked before anything is asked of it. */
export { outsideHost, outsideUrl } from './outside-url.ts'
