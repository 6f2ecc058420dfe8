import { type Trace, trace } from '../people/index.ts'

const OF_TABLE = `(select 'tafel ' || h.number || ', ' || o.title from olympiad.hall_table h
  join olympiad.olympiad o on o.id = h.olympiad where h.id = t.hall_table)`
const OF_SESSION = (
  session: string,
) => `(select o.title from olympiad.live_session s join olympiad.round r on r.id = s.round
  join olympiad.olympiad o on o.id = r.olympiad where s.id = ${session})`

/** Every column of the day and the room that says who did something at some moment. */
export const HALL_TRACES: readonly Trace[] = [
  trace('table_note', 'written_by', 'emptied', {
    did: 'tafelnotitie geschreven',
    at: 'written_at',
    about: OF_TABLE,
    text: 't.words',
  }),
  trace('live_session', 'started_by', 'emptied', {
    did: 'ronde in de zaal begonnen',
    at: 'started_at',
    about: OF_SESSION('t.id'),
  }),
  trace('live_session', 'ended_by', 'emptied', {
    did: 'ronde in de zaal beëindigd',
    at: 'ended_at',
    about: OF_SESSION('t.id'),
  }),
  trace('live_event', 'done_by', 'emptied', {
    did: 'het scherm bediend',
    at: 'done_at',
    about: OF_SESSION('t.session'),
  }),
]
