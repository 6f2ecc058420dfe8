/** One line of the table of routes. */
import type { RoleName } from '../src/people/index.ts'
import type { Asker } from './house.ts'
import type { Scene } from './scenes.ts'

/** Who gets in; everyone else is met as `others` says. */
export type May = 'everyone' | 'signed in' | readonly RoleName[]

export interface Permission {
  may: May
  /** An address of this route that exists, and a form for it: often empty, so that being let in shows as 400. */
  at?: string
  form?: Record<string, string>
  /** What those who may get; without it 200 for GET and HEAD, 303 for the rest. */
  answers?: number[]
  /** What a visitor who may not gets: the way to the sign-in page (default) or to a code, or a page that isn't there. */
  visitor?: 'sign in' | 'give the code' | 'hidden'
  /** What must have happened before, so that there is something to see. */
  scene?: Scene
  /** Who sees this page in its fullest state; without it a visitor, else an admin. */
  seenBy?: Asker
  /** Makes a document, half a second of work: asked as few, never fuzzed. */
  costly?: true
  /** Not a page of its own to look at: a redirect, a file, data. */
  isPage?: false
  /** Drawn with the parts of another page of this table, which is the one that is inspected. */
  alike?: true
}
