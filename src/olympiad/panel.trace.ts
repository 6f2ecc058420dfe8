import { type Trace, trace } from '../people/index.ts'

const TITLE = (column: string) => `(select o.title from olympiad.olympiad o where o.id = ${column})`
const OF_ROUND = `(select o.title from olympiad.olympiad o join olympiad.round r on r.olympiad = o.id where r.id = t.round)`

/**
 * Every column of panels and rounds that says who did something. Who locked, opened, closed or decided stays as an id that
 * leads to nobody by then; what someone answered is not here: nothing joins it to a person,
 * but in an open Olympiade, where `panel.takeout.store.ts` reads it.
 */
export const PANEL_TRACES: readonly Trace[] = [
  trace('olympiad', 'made_by', 'emptied', { did: 'Olympiade begonnen', at: 'made_at', about: 't.title' }),
  trace('charter', 'locked_by', 'stays', { did: 'spelregels vastgelegd', at: 'locked_at', about: TITLE('t.olympiad') }),
  trace('panellist', 'person', 'emptied', {
    did: 'meegedaan aan een Olympiade',
    at: 'invited_at',
    about: TITLE('t.olympiad'),
    also: 'mail = null, name = null, left_at = coalesce(left_at, now()), emptied_at = coalesce(emptied_at, now())',
  }),
  trace('panellist', 'invited_by', 'emptied', {
    did: 'iemand uitgenodigd',
    at: 'invited_at',
    about: TITLE('t.olympiad'),
  }),
  trace('round', 'planned_by', 'emptied', { did: 'ronde gepland', at: 'planned_at', about: TITLE('t.olympiad') }),
  trace('round_opening', 'opened_by', 'stays', { did: 'ronde geopend', at: 'opened_at', about: OF_ROUND }),
  trace('round_extension', 'extended_by', 'emptied', {
    did: 'ronde verlengd',
    at: 'extended_at',
    about: OF_ROUND,
    text: 't.reason',
  }),
  trace('round_closing', 'closed_by', 'stays', { did: 'ronde gesloten', at: 'closed_at', about: OF_ROUND }),
  trace('moderation', 'moderated_by', 'stays', {
    did: 'besloten over een reden of voorstel',
    at: 'moderated_at',
    about: TITLE('t.olympiad'),
    text: "nullif(t.words, '')",
  }),
  trace('change_outcome', 'decided_by', 'stays', {
    did: 'geantwoord op een voorstel om een kenmerk te veranderen',
    at: 'decided_at',
    about: `(select o.title from olympiad.olympiad o join olympiad.agenda_item a on a.olympiad = o.id
      where a.change_proposal = t.change_proposal)`,
    text: 't.words',
  }),
  trace('change_deferral', 'decided_by', 'stays', {
    did: 'een voorstel om een kenmerk te veranderen doorgeschoven',
    at: 'decided_at',
    about: TITLE('t.olympiad'),
    text: 't.words',
  }),
  trace('removal', 'removed_by', 'stays', {
    did: 'stemmen uit de telling gehaald',
    at: 'removed_at',
    about: `(select o.title from olympiad.flag f join olympiad.round r on r.id = f.round
      join olympiad.olympiad o on o.id = r.olympiad where f.id = t.flag)`,
    text: 't.reason',
  }),
]
