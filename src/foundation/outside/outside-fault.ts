/** Why something elsewhere could not be fetched, as a sentence for whoever asked for it. It tells nothing of our network. */
export class OutsideFault extends Error {}
