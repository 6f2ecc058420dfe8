import { and, eq, isNull } from 'drizzle-orm'
import { dutchDay } from '../foundation/clock.ts'
import { dayInDutch } from '../foundation/day.ts'
import type { Db } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { slugFrom } from '../foundation/slug.ts'
import { publishRevision } from '../thread/index.ts'
import type { CallDraft } from './call.form.ts'
import { type Call, callUrl } from './call.ts'
import { call as callTable, theme as themeTable } from './intake.tables.ts'
import type { Theme } from './theme.ts'

/** Themes get a slug of their own within the call. */
function themeRows(call: string, themes: CallDraft['themes']) {
  const taken = new Set<string>()
  return themes
    .filter(({ name }) => name !== '')
    .map(({ name, explanation, proposal }, index) => {
      const wished = slugFrom(name) || `thema-${index + 1}`
      const slug = taken.has(wished) ? `${wished}-${index + 1}` : wished
      taken.add(slug)
      return { call, position: index + 1, slug, name, explanation, proposal }
    })
}

const columnsOf = ({ themes: _, version: __, ...columns }: CallDraft) => columns

/** Begins a call as a draft; undefined when this year has one under this slug already. */
export async function beginCall(
  db: Db,
  draft: CallDraft,
  { fictional }: { fictional: boolean },
): Promise<string | undefined> {
  const slug = String(draft.year)
  const [row] = await db
    .insert(callTable)
    .values({ ...columnsOf(draft), slug, fictional })
    .onConflictDoNothing()
    .returning({ id: callTable.id })
  if (!row) return undefined
  const rows = themeRows(row.id, draft.themes)
  if (rows.length > 0) await db.insert(themeTable).values(rows)
  return slug
}

/** Saves a draft. False when a colleague saved or published it since it was read: then nothing changed. */
export async function saveCall(db: Db, call: string, draft: CallDraft): Promise<boolean> {
  const saved = await db
    .update(callTable)
    .set({ ...columnsOf(draft), version: draft.version + 1 })
    .where(and(eq(callTable.id, call), eq(callTable.version, draft.version), isNull(callTable.publishedAt)))
    .returning({ id: callTable.id })
  if (saved.length === 0) return false
  // Nothing can point at a theme of a call that is not published yet.
  await db.delete(themeTable).where(eq(themeTable.call, call))
  const rows = themeRows(call, draft.themes)
  if (rows.length > 0) await db.insert(themeTable).values(rows)
  return true
}

/** Publishes a call on the thread, with its themes in the text. False when it was published already. */
export async function publishCall(
  db: Db,
  call: Call,
  themes: Theme[],
  { by, at }: { by: string | null; at: Date },
): Promise<boolean> {
  const [held] = await db
    .update(callTable)
    .set({ publishedAt: at, publishedBy: by })
    .where(and(eq(callTable.id, call.id), eq(callTable.version, call.version), isNull(callTable.publishedAt)))
    .returning({ id: callTable.id })
  if (!held) return false
  const period = `Aanmelden: van ${dayInDutch(call.opensOn)} tot en met ${dayInDutch(call.closesOn)}.`
  const text = [call.intro, ...themes.map(({ name, explanation }) => `${name}. ${explanation}`.trim()), period].join(
    '\n\n',
  )
  const { item } = await publishRevision(db, {
    ...(call.item === null ? {} : { item: call.item }),
    kind: 'call',
    word: 'oproep',
    title: call.title,
    summary: `Oproep ${call.year}: ${themes.map(({ name }) => name).join(', ')}.`,
    body: {
      year: call.year,
      intro: call.intro,
      opensOn: call.opensOn,
      closesOn: call.closesOn,
      criteria: call.criteria,
      vocabulary: call.vocabulary,
      themes: themes.map(({ slug, name, explanation }) => ({ slug, name, explanation })),
    },
    url: callUrl(call),
    links: [],
    by,
    at,
    fictional: call.fictional,
    text,
    ...(call.source ? { note: call.source } : {}),
    // A call of before this page: the day on which we put it here is not when it was.
    ...(call.opensOn < dutchDay(at) ? { dated: `uit ${call.opensOn.slice(0, 4)}` } : {}),
    search: { text },
  })
  await db.update(callTable).set({ item }).where(eq(callTable.id, call.id))
  await contentChanged(db)
  return true
}
