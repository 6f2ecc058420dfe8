import { type Trace, trace } from '../people/index.ts'

const COURSE = '(select c.title from training.course c where c.id = t.course)'
/** Rows about a course, or about material. */
const OFFERED = `coalesce(${COURSE}, (select m.title from training.module m where m.id = t.module))`
/** The same, or about a learning form. */
const SHOWN = `coalesce(${OFFERED}, (select f.title from training.learning_form f where f.id = t.learning_form))`
const OF_REQUEST = `(select coalesce(c.title, m.title) from training.publication_request r
  left join training.course c on c.id = r.course left join training.module m on m.id = r.module where r.id = t.request)`
const OF_TEACHING = `(select c.title from training.course c join training.teaching g on g.course = c.id
  where g.id = t.teaching)`
const DOMAIN = '(select d.domain from training.provider_domain d where d.id = t.domain)'
const IMPORT = '(select i.name from training.import i where i.id = t.import)'

/** Every column that says who did something, for their provider or at the desk. Courses and decisions stay without a name. */
export const TRACES: readonly Trace[] = [
  trace('provider', 'updated_by', 'emptied', { did: 'aanbieder gewijzigd', at: 'updated_at', about: 't.name' }),
  trace('provider_domain', 'asked_by', 'emptied', { did: 'site genoemd', at: 'asked_at', about: 't.domain' }),
  trace('provider_domain', 'verified_by', 'emptied', { did: 'site bevestigd', at: 'verified_at', about: 't.domain' }),
  trace('domain_refusal', 'refused_by', 'emptied', {
    did: 'site niet bevestigd',
    at: 'refused_at',
    about: DOMAIN,
    text: 't.words',
  }),
  trace('course', 'created_by', 'emptied', { did: 'training gemaakt', at: 'created_at', about: 't.title' }),
  trace('course', 'updated_by', 'emptied', {
    did: 'training het laatst gewijzigd',
    at: 'updated_at',
    about: 't.title',
  }),
  trace('change', 'changed_by', 'emptied', { did: 'aanbod gewijzigd', at: 'changed_at', about: SHOWN }),
  trace('publication_request', 'requested_by', 'emptied', {
    did: 'publicatie aangevraagd',
    at: 'requested_at',
    about: OFFERED,
  }),
  trace('publication_check', 'checked_by', 'emptied', {
    did: 'aanbod nagekeken',
    at: 'checked_at',
    about: OF_REQUEST,
    text: "nullif(t.words, '')",
  }),
  trace('publication', 'published_by', 'emptied', {
    did: 'op de site gezet',
    at: 'published_at',
    about: SHOWN,
  }),
  trace('archive', 'archived_by', 'emptied', {
    did: 'in het archief gelegd',
    at: 'archived_at',
    about: SHOWN,
  }),
  trace('archive', 'ended_by', 'emptied', { did: 'uit het archief gehaald', at: 'ended_at', about: SHOWN }),
  trace('offering', 'cancelled_by', 'emptied', { did: 'datum afgelast', at: 'cancelled_at', about: COURSE }),
  trace('teaching', 'proposed_by', 'emptied', {
    did: 'gezegd wat een training leert',
    at: 'proposed_at',
    about: COURSE,
  }),
  trace('teaching', 'confirmed_by', 'emptied', {
    did: 'bevestigd wat een training leert',
    at: 'confirmed_at',
    about: COURSE,
  }),
  trace('teaching', 'ended_by', 'emptied', {
    did: 'weggehaald wat een training leert',
    at: 'ended_at',
    about: COURSE,
  }),
  trace('recheck', 'answered_by', 'emptied', {
    did: 'gezegd of een training dit nog leert',
    at: 'answered_at',
    about: OF_TEACHING,
  }),
  trace('module', 'updated_by', 'emptied', { did: 'materiaal gewijzigd', at: 'updated_at', about: 't.title' }),
  trace('learning_form', 'created_by', 'emptied', { did: 'leervorm gemaakt', at: 'created_at', about: 't.title' }),
  trace('learning_form', 'updated_by', 'emptied', {
    did: 'leervorm het laatst gewijzigd',
    at: 'updated_at',
    about: 't.title',
  }),
  trace('catalogue_address', 'added_by', 'emptied', { did: 'adres opgegeven', at: 'added_at', about: 't.url' }),
  trace('catalogue_address', 'ended_by', 'emptied', { did: 'adres weggehaald', at: 'ended_at', about: 't.url' }),
  trace('import', 'begun_by', 'emptied', { did: 'aanbod aangeleverd', at: 'begun_at', about: 't.name' }),
  trace('import_acceptance', 'accepted_by', 'emptied', {
    did: 'aanlevering in het aanbod gezet',
    at: 'accepted_at',
    about: IMPORT,
  }),
  trace('import_undoing', 'begun_by', 'emptied', { did: 'aanlevering teruggedraaid', at: 'begun_at', about: IMPORT }),
]
