import type { Typed } from '../foundation/http/index.ts'
import type { FieldError } from '../foundation/ui/index.ts'
import type { Assignment } from './assignment.ts'
import type { Criterion } from './criterion.ts'
import type { Decision } from './decision.ts'
import type { Sides } from './difference.part.tsx'
import type { Disagreement } from './disagreement.ts'
import type { FirstCheck, FirstCheckState } from './first-check.ts'
import type { Nomination, Submission } from './nomination.ts'
import type { Attached, Submitted } from './submitted.part.tsx'

/** A reader of this nomination, as the desk sees it. */
export interface DeskReader extends Assignment {
  name: string
  late: boolean
}

export interface AssessmentView {
  nomination: Nomination
  submission: Submission
  submitted: Submitted
  attached: Attached[]
  criteria: Criterion[]
  checks: FirstCheck[]
  checkState: FirstCheckState
  readers: DeskReader[]
  /** Who may still be asked. */
  candidates: { id: string; name: string }[]
  sides: Sides | undefined
  decision: Decision | undefined
  disagreement: Disagreement | undefined
  /** Address of the desk of the practice it became. */
  practice: string | undefined
  obstacle: string | undefined
  today: string
  /** Which form came back. */
  form: 'check' | 'readers' | 'decision' | 'answer' | undefined
  errors: FieldError[]
  typed: Typed
}

/** One nomination at the desk. */
export const deskUrl = (nomination: string): string => `/redactie/aanmeldingen/${nomination}`
