import type { Logger } from 'pino'
import { type Db, inTransaction, statement } from '../foundation/db/index.ts'
import { contentChanged } from '../foundation/http/index.ts'
import { eachRow } from '../foundation/jobs/index.ts'
import type { Hand } from './hand.ts'
import { dueAt, type Offered, type PublicationRequest, type RequestOutcome } from './publication.ts'
import { archive, publication, publicationCheck, publicationRequest } from './training.tables.ts'

/** What is known of something offered besides its words: whether it lies in the archive, and its newest request. */
export interface Standing {
  archived: boolean
  request: PublicationRequest | undefined
}

interface Held {
  id: string
  liveSince: Date | null
  lookedAt: Date | null
}

/** How one kind of thing is held, and what comes with its going on the site and off it. */
export interface Ways<Thing extends Held> {
  /** Locked until the transaction ends. */
  hold: (tx: Db, id: string) => Promise<Thing | undefined>
  isPublished: (thing: Thing) => boolean
  show: (tx: Db, thing: Thing, hand: Hand) => Promise<void>
  hide: (tx: Db, thing: Thing) => Promise<void>
}

/** Statements about one kind; rows that are about another kind have null there. */
const statementsFor = (kind: Offered) => ({
  newest: statement<PublicationRequest & { of: string }>(
    `training.newestRequests.${kind}`,
    `select distinct on (request.${kind}) request.${kind} as of, request.id, requested_at as "requestedAt",
       due_at as "dueAt", publication_check.outcome, coalesce(publication_check.words, '') as words
     from training.publication_request as request
     left join training.publication_check on publication_check.request = request.id
     where request.${kind} = any ($1) order by request.${kind}, requested_at desc, request.id`,
  ),
  put: statement<{ of: string }>(
    `training.archived.${kind}`,
    `select ${kind} as of from training.archive where ${kind} = any ($1) and ended_at is null`,
  ),
  setLooked: statement(`training.setLooked.${kind}`, `update training.${kind} set looked_at = $2 where id = $1`),
  takeOff: statement(`training.takeOff.${kind}`, `update training.${kind} set live_since = null where id = $1`),
  endArchive: statement<{ id: string }>(
    `training.endArchive.${kind}`,
    `update training.archive set ended_at = $2, ended_by = $3 where ${kind} = $1 and ended_at is null returning id`,
  ),
  due: statement<{ of: string }>(
    `training.due.${kind}`,
    `select distinct request.${kind} as of from training.publication_request as request
     where request.${kind} is not null and request.due_at <= $1
       and not exists (select from training.publication where publication.${kind} = request.${kind})
       and not exists (select from training.publication_check where publication_check.request = request.id)
       and not exists (select from training.archive where archive.${kind} = request.${kind} and ended_at is null)`,
  ),
})

type Statements = ReturnType<typeof statementsFor>

const rowOf = (kind: Offered, id: string) => (kind === 'course' ? { course: id } : { module: id })

const standings =
  ({ newest, put }: Statements) =>
  async (db: Db, ids: string[]): Promise<Map<string, Standing>> => {
    if (ids.length === 0) return new Map()
    const [requests, archived] = [await newest(db, ids), await put(db, ids)]
    const standing = (id: string): Standing => ({
      archived: archived.some((row) => row.of === id),
      request: requests.find((row) => row.of === id),
    })
    return new Map(ids.map((id) => [id, standing(id)]))
  }

/** The request an editor may still decide about. */
const waitings =
  (standingOf: ReturnType<typeof standings>) =>
  async (tx: Db, id: string): Promise<PublicationRequest | undefined> => {
    const { archived = false, request } = (await standingOf(tx, [id])).get(id) ?? {}
    return archived || request?.outcome !== null ? undefined : request
  }

const archiving = <Thing extends Held>(kind: Offered, ways: Ways<Thing>, { takeOff }: Statements) =>
  async function putAway(db: Db, id: string, hand: Hand): Promise<void> {
    await inTransaction(db, async (tx) => {
      const held = await ways.hold(tx, id)
      if (!held) return
      const row = { ...rowOf(kind, id), archivedAt: hand.at, archivedBy: hand.by }
      await tx.insert(archive).values(row).onConflictDoNothing()
      await takeOff(tx, id)
      await ways.hide(tx, held)
      await contentChanged(tx)
    })
  }

/** What an editor sees before it is on the site, from asking to the archive: the same for every kind that providers offer. */
export function publishing<Thing extends Held>(kind: Offered, ways: Ways<Thing>) {
  const statements = statementsFor(kind)
  const { setLooked, endArchive, due } = statements
  const standingOf = standings(statements)
  const waitingOf = waitings(standingOf)

  async function request(tx: Db, id: string, { by, at }: Hand): Promise<void> {
    const held = await ways.hold(tx, id)
    const standing = (await standingOf(tx, [id])).get(id)
    if (!held || held.lookedAt !== null || standing?.request?.outcome === null) return
    await tx
      .insert(publicationRequest)
      .values({ ...rowOf(kind, id), requestedAt: at, requestedBy: by, dueAt: dueAt(at) })
  }

  async function goLive(tx: Db, thing: Thing, hand: Hand): Promise<void> {
    if (thing.liveSince !== null) return
    await ways.show(tx, thing, hand)
    const row = { ...rowOf(kind, thing.id), publishedAt: hand.at, publishedBy: hand.by }
    await tx.insert(publication).values(row).onConflictDoNothing()
    await contentChanged(tx)
  }

  async function check(
    db: Db,
    id: string,
    asked: string,
    said: { outcome: RequestOutcome; words: string },
    hand: Hand,
  ): Promise<boolean> {
    return inTransaction(db, async (tx) => {
      const held = await ways.hold(tx, id)
      // What lies in the archive waits for nobody; once it is back, it waits again.
      if (!held || (await waitingOf(tx, id))?.id !== asked) return false
      await tx.insert(publicationCheck).values({ request: asked, ...said, checkedAt: hand.at, checkedBy: hand.by })
      if (said.outcome === 'asked') return true
      await setLooked(tx, id, hand.at)
      await goLive(tx, { ...held, lookedAt: hand.at }, hand)
      await contentChanged(tx)
      return true
    })
  }

  async function publishDue(db: Db, at: Date, log: Logger): Promise<number> {
    const rows = await due(db, at)
    return eachRow({ log, what: `publish a ${kind}`, name: (row) => row.of }, rows, (row) =>
      inTransaction(db, async (tx) => {
        const held = await ways.hold(tx, row.of)
        if (held && (await waitingOf(tx, row.of))) await goLive(tx, held, { by: null, at })
      }),
    )
  }

  async function restore(db: Db, id: string, hand: Hand): Promise<void> {
    await inTransaction(db, async (tx) => {
      const held = await ways.hold(tx, id)
      if (!held || (await endArchive(tx, id, hand.at, hand.by)).length === 0) return
      if (ways.isPublished(held)) await goLive(tx, held, hand)
    })
  }

  return {
    /** Where these stand, by id. */
    standingOf,
    /** Asks an editor to look, until one found it good. Asking again while it waits changes nothing. */
    request,
    /** Puts it on the site, if it is not there. */
    goLive,
    /** Notes what an editor said of a request. Good: live from now on, if it was not. False when it no longer waits. */
    check,
    /** Puts on the site what waited longer than we promised, unseen. Returns how many. */
    publishDue,
    /** Takes it off the site and keeps it. */
    putAway: archiving(kind, ways, statements),
    /** Takes it out of the archive: what was published is live again, anything else is a draft again. */
    restore,
  }
}
