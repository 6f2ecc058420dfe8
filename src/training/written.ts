import type { FieldError, Head, Typed } from '../foundation/http/index.ts'
import type { Both } from './both.part.tsx'

/** A form as its page gets it back: what to mend, what was typed, and what a colleague wrote meanwhile. */
export interface Written {
  errors: FieldError[]
  typed: Typed
  both?: Both[]
}

/** The head of such a page: a fault is 400, a colleague who was first is 409. */
export const headOf = ({ errors, both }: Written): Pick<Head, 'errors' | 'status'> => ({
  ...(errors.length > 0 ? { errors: errors.length } : {}),
  ...(both ? { status: 409 } : {}),
})

/** The sentence for one field. */
export function faultOf(errors: FieldError[], field: string): { error?: string } {
  const message = errors.find((one) => one.field === field)?.message
  return message === undefined ? {} : { error: message }
}
