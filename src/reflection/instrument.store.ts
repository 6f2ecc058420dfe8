import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { sha256 } from '../foundation/seal.ts'
import { itemId, publishRevision } from '../thread/index.ts'
import {
  type AccountContent,
  accountContent,
  type EditionContent,
  type InstrumentContent,
  instrumentContent,
  topicsOf,
} from './instrument.form.ts'
import type { Instrument, Instruments, Line, Pin } from './instrument.ts'

interface Asked extends Pin {
  text: string
}

interface Row {
  slug: string
  fingerprint: string
  item: string
  revision: string
  number: number
  /** With the words that were asked, so that a result can be read without the content folder of that day. */
  lines: Record<string, Asked>
}

const known = statement<Row & Record<string, unknown>>(
  'reflection.edition.known',
  'select slug, fingerprint, item, revision, number, lines from reflection.edition',
)
const remember = statement(
  'reflection.edition.remember',
  'insert into reflection.edition (slug, fingerprint, item, revision, number, lines, published_at) values ($1, $2, $3, $4, $5, $6, $7)',
)
const queue = statement(
  'reflection.edition.queue',
  `select pg_advisory_xact_lock(hashtextextended('reflection edition', 0))`,
)

/** What the content folder says about the reflection: every edition, and the account we give of it. */
export interface ReflectionContent {
  instruments: Instruments
  account: AccountContent
  /** When this was read: a sheet begun later is of the current edition. */
  readAt: Date
}

/**
 * Reads the instrument and puts every edition that is new on the red thread, its lines pinned to the revisions of the
 * standard and the competence they ask about. An edition that was asked before must still say the same.
 */
export async function loadInstrument(db: Db, from: { contentDir: string; now: Date }): Promise<ReflectionContent> {
  const content = await readContent(join(from.contentDir, 'instruments', 'reflectie.json'), instrumentContent)
  const account = await readContent(join(from.contentDir, 'pages', 'reflectie-verantwoording.json'), accountContent)
  const rows = await inTransaction(db, async (tx) => {
    await queue(tx)
    const before = new Map((await known(tx)).map((row) => [row.slug, row]))
    const lost = [...before.keys()].find((slug) => content.editions.every((edition) => edition.slug !== slug))
    if (lost !== undefined)
      throw new Error(
        `Edition ${lost} of the reflection was asked before. Keep it in the file: kept answers are true to it.`,
      )
    const all: Row[] = []
    for (const edition of content.editions)
      all.push(checked(edition, before.get(edition.slug)) ?? (await publish(tx, content, edition, from.now)))
    return all
  })
  const editions = content.editions.flatMap((edition, at) =>
    rows[at] ? [instrumentOf(content, edition, rows[at])] : [],
  )
  for (const edition of editions) loaded.set(edition.edition, edition)
  const current = editions.at(-1)
  if (!current) throw new Error('The instrument has no edition.')
  return {
    instruments: { current, byEdition: new Map(editions.map((one) => [one.edition, one])) },
    account,
    readAt: from.now,
  }
}

/** What was asked, by edition and then by line: for an export that must not depend on today's content folder. */
export async function askedLines(db: Db): Promise<Map<string, Record<string, Asked>>> {
  return new Map((await known(db)).map((row) => [row.slug, row.lines]))
}

const loaded = new Map<string, Instrument>()

/** An edition this process loaded. It never changes, so whichever site loaded it, its words are the right ones. */
export function loadedEdition(slug: string): Instrument | undefined {
  return loaded.get(slug)
}

async function readContent<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S>> {
  const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/** What was asked: only this must never change. The tips may get better under the same edition. */
function fingerprintOf({ scale, lines }: EditionContent): string {
  return sha256(
    JSON.stringify([scale.map((one) => one.label), lines.map((line) => [line.slug, line.standard, line.text])]),
  )
}

function checked(edition: EditionContent, row: Row | undefined): Row | undefined {
  if (row && row.fingerprint !== fingerprintOf(edition))
    throw new Error(
      `Edition ${edition.slug} of the reflection was asked before in other words. Give the new words an edition of their own.`,
    )
  return row
}

async function publish(tx: Db, content: InstrumentContent, edition: EditionContent, now: Date): Promise<Row> {
  const own = await publishRevision(tx, {
    item: itemId('instrument', content.slug),
    kind: 'instrument',
    title: content.title,
    summary: `${edition.lines.length} zinnen over je werk, versie ${edition.slug}.`,
    body: { edition: edition.slug, lines: edition.lines.map((line) => line.slug) },
    url: '/reflectie',
    by: null,
    at: now,
    dated: edition.slug,
    note: content.ours,
    links: [{ kind: 'asks about', item: itemId('edition', `${edition.framework}/${edition.edition}`) }],
    search: {
      text: [
        content.title,
        ...edition.topics.map((topic) => topic.title),
        ...edition.lines.map((line) => line.text),
      ].join('\n\n'),
    },
  })
  const lines: Record<string, Asked> = {}
  for (const line of edition.lines)
    lines[line.slug] = { ...(await publishLine(tx, edition, line, own.item, now)), text: line.text }
  const row = {
    slug: edition.slug,
    fingerprint: fingerprintOf(edition),
    item: own.item,
    revision: own.revision,
    number: own.number,
    lines,
  }
  await remember(tx, row.slug, row.fingerprint, row.item, row.revision, row.number, JSON.stringify(lines), now)
  await contentChanged(tx)
  return row
}

async function publishLine(tx: Db, edition: EditionContent, line: Line, instrument: string, now: Date): Promise<Pin> {
  const { item, revision, number } = await publishRevision(tx, {
    item: itemId('line', `reflectie/${line.slug}`),
    kind: 'line',
    title: line.text,
    summary: 'Een zin uit de reflectie. De zin is van ons.',
    body: { edition: edition.slug, slug: line.slug },
    url: `/reflectie/verantwoording#zin-${line.slug}`,
    by: null,
    at: now,
    dated: edition.slug,
    text: line.text,
    links: [
      { kind: 'asks about', item: itemId('standard', line.standard) },
      ...(line.competence ? [{ kind: 'asks about' as const, item: itemId('competence', line.competence) }] : []),
      { kind: 'part of', item: instrument },
    ],
  })
  return { item, revision, number }
}

function instrumentOf(content: InstrumentContent, edition: EditionContent, row: Row): Instrument {
  return {
    edition: edition.slug,
    publishedOn: edition.publishedOn,
    title: content.title,
    ours: content.ours,
    framework: edition.framework,
    frameworkEdition: edition.edition,
    ...topicsOf(edition),
    pin: { item: row.item, revision: row.revision, number: row.number },
    linePins: new Map(Object.entries(row.lines)),
  }
}
