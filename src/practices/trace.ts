import { type Trace, trace } from '../people/index.ts'

const CALL = '(select c.title from practices.call c where c.id = t.id)'
const THEME = '(select p.name from practices.theme_proposal p where p.id = t.proposal)'
const NOMINATION = `(select s.body->>'title' from practices.nomination_section s
  where s.nomination = t.nomination and s.section = 'name')`
const PRACTICE = '(select p.title from practices.practice p where p.id = t.practice)'
const TALK = `(select p.title from practices.practice p join practices.interview i on i.practice = p.id
  where i.id = t.interview)`
const DESCRIPTION = `(select p.title from practices.practice p join practices.description d on d.practice = p.id
  where d.id = t.description)`
const OFFER = `(select p.title from practices.practice p join practices.description d on d.practice = p.id
  join practices.description_offer o on o.description = d.id where o.id = t.offer)`

/**
 * Every column that says who did something and is told and emptied here. Who judged, decided or published stays as an id:
 * without it nobody could see later that two different people looked. By then the id leads to nobody.
 */
export const TRACES: readonly Trace[] = [
  trace('call', 'published_by', 'stays', { did: 'oproep gepubliceerd', at: 'published_at', about: CALL }),
  trace('theme_choice', 'chosen_by', 'stays', {
    did: 'thema gekozen of niet gekozen',
    at: 'chosen_at',
    about: THEME,
    text: 't.reason',
  }),
  trace('nomination_withdrawal', 'withdrawn_by', 'emptied', {
    did: 'aanmelding ingetrokken',
    at: 'withdrawn_at',
    about: NOMINATION,
  }),
  trace('attachment', 'attached_by', 'emptied', {
    did: 'document bij een aanmelding gezet',
    at: 'attached_at',
    about: NOMINATION,
    text: 't.title',
  }),
  trace('first_check', 'checked_by', 'stays', {
    did: 'eerste toets gedaan',
    at: 'checked_at',
    about: NOMINATION,
    text: "nullif(t.question, '')",
  }),
  trace('assignment', 'assigned_by', 'stays', { did: 'meelezer gevraagd', at: 'assigned_at', about: NOMINATION }),
  trace('decision', 'decided_by', 'stays', { did: 'besloten', at: 'decided_at', about: NOMINATION, text: 't.advice' }),
  trace('disagreement_answer', 'answered_by', 'stays', {
    did: 'geantwoord op een reactie',
    at: 'answered_at',
    about: NOMINATION,
    text: 't.words',
  }),
  trace('practice', 'owner', 'emptied', { did: 'eigenaar van een praktijk', at: 'created_at', about: 't.title' }),
  trace('interview', 'planned_by', 'emptied', { did: 'gesprek gepland', at: 'planned_at', about: PRACTICE }),
  trace('interview_note', 'saved_by', 'emptied', { did: 'notities gemaakt', at: 'saved_at', about: TALK }),
  trace('quote', 'proposed_by', 'emptied', { did: 'citaat voorgesteld', at: 'proposed_at', about: PRACTICE }),
  trace('description', 'started_by', 'emptied', { did: 'beschrijving begonnen', at: 'started_at', about: PRACTICE }),
  trace('description_section', 'saved_by', 'emptied', {
    did: 'aan een beschrijving geschreven',
    at: 'saved_at',
    about: DESCRIPTION,
  }),
  trace('description_offer', 'offered_by', 'emptied', {
    did: 'beschrijving ter lezing gegeven',
    at: 'offered_at',
    about: DESCRIPTION,
  }),
  trace('description_remark', 'said_by', 'emptied', {
    did: 'iets gezegd bij een beschrijving',
    at: 'said_at',
    about: OFFER,
    text: 't.text',
  }),
  trace('description_agreement', 'agreed_by', 'emptied', {
    did: 'akkoord gegeven op een beschrijving',
    at: 'agreed_at',
    about: OFFER,
  }),
  trace('description_publication', 'published_by', 'stays', {
    did: 'beschrijving gepubliceerd',
    at: 'published_at',
    about: DESCRIPTION,
  }),
  trace('description_discarding', 'discarded_by', 'stays', {
    did: 'beschrijving in de maak weggegooid',
    at: 'discarded_at',
    about: PRACTICE,
  }),
  trace('flyer_line', 'saved_by', 'emptied', { did: 'aan een flyer geschreven', at: 'saved_at', about: PRACTICE }),
  trace('flyer_publication', 'published_by', 'stays', {
    did: 'flyer gepubliceerd',
    at: 'published_at',
    about: PRACTICE,
  }),
  trace('example', 'set_by', 'emptied', { did: 'voorbeeld van een kenmerk gezet', at: 'set_at', about: PRACTICE }),
  trace('example', 'ended_by', 'emptied', {
    did: 'voorbeeld van een kenmerk gehaald',
    at: 'ended_at',
    about: PRACTICE,
  }),
  trace('take_along', 'added_by', 'emptied', {
    did: 'iets om mee te nemen toegevoegd',
    at: 'added_at',
    about: PRACTICE,
    text: 't.title',
  }),
  trace('confirmation', 'answered_by', 'emptied', {
    did: 'gezegd hoe het met een praktijk staat',
    at: 'answered_at',
    about: PRACTICE,
    text: "nullif(t.words, '')",
    also: "words = ''",
  }),
  trace('recognition', 'noted_by', 'emptied', { did: 'erkenning genoteerd', at: 'noted_at', about: PRACTICE }),
]

/** Columns about a person that another file of this domain tells and empties, by what does it. */
export const TOLD_ELSEWHERE: Readonly<Record<string, string>> = {
  'theme_proposal.person': 'nomination.takeout.store.ts',
  'nomination.started_by': 'nomination.takeout.store.ts',
  'nomination_section.saved_by': 'nomination.takeout.store.ts',
  'nomination_colleague.person': 'nomination.takeout.store.ts',
  'submission.submitted_by': 'nomination.takeout.store.ts',
  // Who read stays as an id where the judgement stands; half read work goes.
  'assignment.reader': 'assessing.store.ts',
  'disagreement.said_by': 'assessing.store.ts',
  'practice.owner_mail': 'trace.store.ts, by the address of whoever is erased',
  'speaker.name': 'speaker.store.ts',
  'speaker.function': 'speaker.store.ts',
  'speaker.mail': 'speaker.store.ts',
  'speaker.person': 'speaker.store.ts',
  'adoption.person': 'adoption.store.ts',
}
