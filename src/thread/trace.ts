import { type Trace, trace } from '../people/index.ts'

const LINK = '(select r.title from thread.revision r where r.id = t.from_revision)'

/** Every column that says who published or tied. Nothing of it ever changes, so it stays as the id of a person who is empty. */
export const TRACES: readonly Trace[] = [
  trace('revision', 'published_by', 'stays', { did: 'tekst gepubliceerd', at: 'published_at', about: 't.title' }),
  trace('link', 'created_by', 'stays', { did: 'koppeling gelegd', at: 'created_at', about: LINK }),
  trace('link', 'ended_by', 'stays', { did: 'koppeling beëindigd', at: 'ended_at', about: LINK }),
]
