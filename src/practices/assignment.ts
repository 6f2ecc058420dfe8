/** One reader, asked to judge one nomination before a day. Days are 'YYYY-MM-DD', in Dutch time. */
export interface Assignment {
  id: string
  nomination: string
  reader: string
  dueOn: string
  assignedAt: Date
  interest: { conflicted: boolean; words: string } | null
  closedAt: Date | null
}

/** A judgement rests on this many readers who do not know each other's answer. Source: issue 3, point 3. */
export const READERS = 2

/** What makes someone belong to whoever nominated: known organisations, and the people who filled in the form. */
export interface Nominator {
  /** The name as the form has it. */
  organisation: string
  people: string[]
  /** Organisations those people belong to. */
  organisations: string[]
}

/** Whoever might read, with where they belong now. */
export interface ReaderPlaces {
  id: string
  organisations: { id: string; name: string }[]
}

/** "Stichting Welzijn De Vlier" and "welzijn de vlier" are one: case, signs and legal forms don't count. */
export function plainOrganisation(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(stichting|vereniging|cooperatie|b v|bv|n v|nv)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Nobody reads what the own organisation sent in: by name, by colleague, or by having written along. */
export function isOwnOrganisation(reader: ReaderPlaces, nominator: Nominator): boolean {
  if (nominator.people.includes(reader.id)) return true
  const named = plainOrganisation(nominator.organisation)
  return reader.organisations.some(
    ({ id, name }) => nominator.organisations.includes(id) || (named !== '' && plainOrganisation(name) === named),
  )
}

/** Why an adviser can't work on this nomination, in words for that adviser; undefined when they can. */
export const adviserFault = (adviser: ReaderPlaces, nominator: Nominator): string | undefined =>
  isOwnOrganisation(adviser, nominator)
    ? 'Dit is een aanmelding van je eigen organisatie. Vraag een andere adviseur.'
    : undefined

/** Readers that count: whoever has an interest stepped aside. */
export const countingReaders = <One extends Pick<Assignment, 'interest'>>(assignments: One[]): One[] =>
  assignments.filter(({ interest }) => interest?.conflicted !== true)

/** Why this reader can't be asked, as a sentence for the form; undefined when they can. */
export function assignmentFault(
  reader: ReaderPlaces,
  to: { nominator: Nominator; assignments: Assignment[]; dueOn: string; today: string },
): { field: 'meelezer' | 'uiterlijk'; message: string } | undefined {
  if (isOwnOrganisation(reader, to.nominator))
    return {
      field: 'meelezer',
      message: 'Deze meelezer hoort bij de organisatie die aanmeldde. Kies iemand van een andere organisatie.',
    }
  if (to.assignments.some((one) => one.reader === reader.id))
    return { field: 'meelezer', message: 'Deze meelezer is al gevraagd. Kies iemand anders.' }
  if (countingReaders(to.assignments).length >= READERS)
    return { field: 'meelezer', message: 'Er zijn al twee meelezers. Meer hoeft niet.' }
  return dueFault(to.dueOn, to.today)
}

/** A day to be ready by lies in front of us. */
export function dueFault(dueOn: string, today: string): { field: 'uiterlijk'; message: string } | undefined {
  return dueOn < today
    ? { field: 'uiterlijk', message: 'Deze dag is al voorbij. Kies een dag vanaf vandaag.' }
    : undefined
}

/** What a reader can do with an assignment now. */
export type ReadingState = 'own organisation' | 'declare' | 'conflicted' | 'late' | 'judge' | 'closed'

export function readingState(
  assignment: Pick<Assignment, 'interest' | 'closedAt' | 'dueOn'>,
  { own, today }: { own: boolean; today: string },
): ReadingState {
  if (own) return 'own organisation'
  if (assignment.interest?.conflicted) return 'conflicted'
  if (assignment.closedAt !== null) return 'closed'
  // On the day itself there is still time, until midnight.
  if (today > assignment.dueOn) return 'late'
  return assignment.interest === null ? 'declare' : 'judge'
}

/** Why a reader can't judge any more, in words for that reader. */
export const READING_REFUSALS = {
  'own organisation':
    'Je hoort bij de organisatie die deze praktijk aanmeldde. Daarom kun je haar niet beoordelen. De redactie vraagt iemand anders.',
  late: 'De dag waarop dit klaar moest zijn, is voorbij. Je oordeel telt daarom niet meer mee. Vraag de redactie om een nieuwe dag, als je nog wilt.',
  conflicted: 'Je gaf aan dat je een belang hebt. De redactie vraagt iemand anders. Dank dat je het zei.',
  closed: 'Je hebt je oordeel afgesloten. Het verandert niet meer.',
} as const

/** The readers whose judgement counts, once there are exactly as many as needed and all have closed; else undefined. */
export function closedReaders<One extends Pick<Assignment, 'interest' | 'closedAt'>>(
  assignments: One[],
): One[] | undefined {
  const counting = countingReaders(assignments)
  return counting.length === READERS && counting.every(({ closedAt }) => closedAt !== null) ? counting : undefined
}
