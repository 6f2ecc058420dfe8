/** What stands elsewhere on the open internet: which addresses lie there, and fetching from them within bounds. */

/** Fetches something from elsewhere, within bounds, from hosts that are allowed. */
export { fetchOutside, type OutsideAsk } from './fetching.ts'
/** Whether an address of a network lies on the open internet, and not on this machine or the network around it. */
export { isPublicAddress } from './network-address.ts'
/** Why something outside could not be fetched, as a sentence. */
export { OutsideFault } from './outside-fault.ts'
/** An address elsewhere, checked before anything is asked of it. */
export { outsideHost, outsideUrl } from './outside-url.ts'
