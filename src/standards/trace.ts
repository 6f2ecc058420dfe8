import { type Trace, trace } from '../people/index.ts'

const EDITION = `(select e.slug || ' van ' || f.slug from standards.edition e
  join standards.framework f on f.id = e.framework where e.id = t.edition)`
const STANDARD = '(select s.slug from standards.standard s where s.id = t.standard)'

/**
 * Every column that says who wrote, decided or published. They stay as an id, for without it nobody could see later that two
 * different people looked. By then the id leads to nobody.
 */
export const TRACES: readonly Trace[] = [
  trace('edition', 'drafted_by', 'stays', { did: 'nieuwe versie begonnen', at: 'created_at', about: 't.slug' }),
  trace('text', 'written_by', 'stays', {
    did: 'tekst geschreven',
    at: 'written_at',
    about: "coalesce(t.body->>'name', t.body->>'title', 'overgang van oud naar nieuw')",
    text: 't.body',
  }),
  trace('omission', 'omitted_by', 'stays', { did: 'kenmerk weggelaten', at: 'omitted_at', about: STANDARD }),
  trace('consultation', 'opened_by', 'stays', {
    did: 'consultatie geopend',
    at: 'opened_at',
    about: EDITION,
    text: 't.question',
  }),
  trace('consultation_withdrawal', 'withdrawn_by', 'stays', {
    did: 'consultatie ingetrokken',
    at: 'withdrawn_at',
    about: `(select e.slug || ' van ' || f.slug from standards.consultation c join standards.edition e on e.id = c.edition
      join standards.framework f on f.id = e.framework where c.id = t.consultation)`,
  }),
  trace('discarding', 'discarded_by', 'stays', { did: 'concept weggegooid', at: 'discarded_at', about: EDITION }),
  trace('waiver', 'waived_by', 'stays', { did: 'zonder consultatie gepubliceerd', at: 'waived_at', about: EDITION }),
  trace('publication', 'published_by', 'stays', { did: 'versie gepubliceerd', at: 'published_at', about: EDITION }),
]
