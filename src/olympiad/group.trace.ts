import { type Trace, trace } from '../people/index.ts'

const GROUP = '(select g.title from olympiad.working_group g where g.id = t.working_group)'
const FACTOR = '(select f.name from olympiad.factor f where f.id = t.factor)'
const PLAIN = `(select x.plain from olympiad.statement_text x where x.statement = t.statement
  order by x.version desc limit 1)`
const SUBJECT = (column: string) => `coalesce(
  (select f.name from olympiad.factor f where f.id = t.${column}),
  (select x.plain from olympiad.statement_text x where x.statement = t.${column} order by x.version desc limit 1))`

/**
 * Every column of the working groups that says who did something. Names go, also of members: what a group found out
 * belongs to the group. Only who decided about an amendment stays as an id, and by then it leads to nobody.
 */
export const GROUP_TRACES: readonly Trace[] = [
  trace('working_group', 'started_by', 'emptied', {
    did: 'werkgroep begonnen',
    at: 'started_at',
    about: 't.title',
  }),
  trace('group_member', 'person', 'emptied', {
    did: 'lid van een werkgroep',
    at: 'since',
    about: GROUP,
    also: 'until = coalesce(until, now())',
  }),
  trace('group_member', 'added_by', 'emptied', { did: 'iemand lid gemaakt', at: 'since', about: GROUP }),
  trace('mark', 'marked_by', 'emptied', {
    did: 'iets gemarkeerd in een praktijk',
    at: 'marked_at',
    about: GROUP,
    text: 't.words',
  }),
  trace('factor', 'made_by', 'emptied', {
    did: 'succesfactor gemaakt',
    at: 'made_at',
    about: GROUP,
    text: 't.name',
  }),
  trace('factor_mark', 'placed_by', 'emptied', {
    did: 'markering onder een succesfactor gezet',
    at: 'placed_at',
    about: FACTOR,
  }),
  trace('statement', 'made_by', 'emptied', { did: 'zin gemaakt', at: 'made_at', about: GROUP }),
  trace('statement_text', 'written_by', 'emptied', {
    did: 'aan een zin geschreven',
    at: 'written_at',
    about: PLAIN,
    text: 't.plain',
  }),
  trace('ending', 'ended_by', 'emptied', {
    did: 'samengevoegd, gesplitst of losgelaten',
    at: 'ended_at',
    about: SUBJECT('subject'),
    text: 't.reason',
  }),
  trace('lineage', 'stepped_by', 'emptied', {
    did: 'een stap gezet met succesfactoren of zinnen',
    at: 'stepped_at',
    about: SUBJECT('to_subject'),
    text: "nullif(t.reason, '')",
  }),
  trace('amendment', 'proposed_by', 'emptied', {
    did: 'wijziging voorgesteld',
    at: 'proposed_at',
    about: PLAIN,
    text: 't.plain',
  }),
  trace('amendment_decision', 'decided_by', 'stays', {
    did: 'besloten over een wijziging',
    at: 'decided_at',
    about: '(select a.plain from olympiad.amendment a where a.id = t.amendment)',
    text: 't.reason',
  }),
  // The words themselves are among what someone said, and go with the account.
  trace('comment', 'said_by', 'emptied', {
    did: 'iets gezegd bij een succesfactor of zin',
    at: 'said_at',
    about: SUBJECT('subject'),
  }),
]
