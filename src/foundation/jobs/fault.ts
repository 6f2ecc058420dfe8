import { failureFacts } from '../db/index.ts'

/** What a log may say of work that failed: what kind of fault, and where the database refused. Never its message. */
export const faultFacts = (fault: unknown): Record<string, string> => ({
  fault: fault instanceof Error ? fault.name : 'unknown',
  ...failureFacts(fault),
})
