import { type FieldError, found, refuse } from '../foundation/http/index.ts'
import type { PeopleContext } from '../people/index.ts'
import { idIn } from './group.context.ts'
import type { WorkingGroup } from './group.ts'
import { marksUnder, readMarks } from './mark.store.ts'
import { type MarkRead, spokenWords, WRITTEN_OUT, writesOut } from './mark.ts'
import { factorsUnder, lockStatements, statementsById, versionInVote } from './statement.store.ts'
import type { Statement, StatementWords } from './statement.ts'

/** The statement of the address, when it is of this group. */
export async function statementIn(c: PeopleContext, group: WorkingGroup): Promise<Statement> {
  const [statement] = await statementsById(c.var.db, [idIn(c, 'zin')])
  return found(statement?.group === group.id ? statement : undefined)
}

/** Statements of this group, in this order, held for this transaction; they may have ended. */
export async function lockedHere(c: PeopleContext, group: WorkingGroup, ids: string[]): Promise<Statement[]> {
  const held = new Map((await lockStatements(c.var.db, ids)).map((one) => [one.id, one]))
  return ids.map((id) => found(held.get(id)?.group === group.id ? held.get(id) : undefined))
}

/** What somebody hears whose colleague was first. */
export const ENDED =
  'Iemand anders voegde deze zin net samen, splitste hem of liet hem los. Ga terug en kijk hoe het er nu staat.'
const IN_VOTE =
  'Over deze zin wordt nu gestemd. Wacht tot de ronde gesloten is, of schrijf een nieuwe versie voor een volgende ronde.'

/** The statement of the address, held for this transaction and still to be changed. */
export async function heldStatement(c: PeopleContext, group: WorkingGroup): Promise<Statement> {
  const statement = found((await lockedHere(c, group, [idIn(c, 'zin')]))[0])
  return statement.ending ? refuse(409, ENDED) : statement
}

/**
 * Why these can't become other statements now: one ended, or people vote on it, and meanwhile it stays one statement.
 * For whoever wrote something: a sentence to show beside what they typed.
 */
export async function whyNot(c: PeopleContext, statements: Statement[]): Promise<string | undefined> {
  if (statements.some(({ ending }) => ending !== null)) return ENDED
  for (const { id } of statements) if ((await versionInVote(c.var.db, id)) !== undefined) return IN_VOTE
  return undefined
}

/** While people vote on a statement it stays one statement: it is not merged, split or let go. */
export async function refuseInVote(c: PeopleContext, statement: Statement): Promise<void> {
  if ((await versionInVote(c.var.db, statement.id)) !== undefined) refuse(409, IN_VOTE)
}

/** The marks under the factors a statement stands on. */
export async function groundsFor(c: PeopleContext, statements: string[]): Promise<MarkRead[]> {
  const { db } = c.var
  const factors = new Set<string>()
  for (const id of statements) for (const factor of await factorsUnder(db, id)) factors.add(factor)
  return readMarks(db, await marksUnder(db, [...factors]))
}

interface WordsTyped {
  zin: string
  voorbeeld: string
  bij?: string
  vaktaal: string
}

/**
 * The words someone typed, checked against what they rest on: the example is from one of these marks, and nothing writes
 * out what a person said. `suffix` is that of the fields of a second statement.
 */
export function checkedWords(
  { zin, voorbeeld, bij, vaktaal }: WordsTyped,
  marks: MarkRead[],
  suffix = '',
): { words: StatementWords; errors: FieldError[] } {
  const from = marks.find(({ id }) => id === bij)
  const spoken = spokenWords(marks.map(({ read }) => read))
  const texts = [
    ['zin', zin],
    ['voorbeeld', voorbeeld],
    ['vaktaal', vaktaal],
  ] as const
  const errors = [
    ...texts.flatMap(([field, text]) =>
      writesOut(text, spoken) ? [{ field: `${field}${suffix}`, message: WRITTEN_OUT }] : [],
    ),
    ...(bij !== undefined && !from
      ? [
          {
            field: `bij${suffix}`,
            message: 'Deze markering staat niet onder de succesfactor. Kies er een die er wel onder staat.',
          },
        ]
      : []),
  ]
  return { words: { plain: zin, example: voorbeeld, exampleItem: from?.item ?? null, professional: vaktaal }, errors }
}
