/** Another wording beside the one that stands, with a reason. */
export interface Amendment {
  id: string
  statement: string
  /** The version it was written for. */
  version: number
  plain: string
  example: string
  professional: string
  reason: string
  by: string | null
  at: Date
  decision: AmendmentDecision | null
}

export interface AmendmentDecision {
  outcome: 'accepted' | 'rejected'
  reason: string
  at: Date
}

const OUTCOMES: Record<AmendmentDecision['outcome'], string> = { accepted: 'overgenomen', rejected: 'niet overgenomen' }

export const amendmentWord = (decision: AmendmentDecision | null): string =>
  decision === null ? 'wacht op een besluit' : OUTCOMES[decision.outcome]

/** Whether the words were written beside a text that does not stand there any more. */
export const isForOlder = ({ version }: Pick<Amendment, 'version'>, now: { version: number }): boolean =>
  version < now.version
