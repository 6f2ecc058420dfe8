import { Hono } from 'hono'
import { csvOf } from '../foundation/csv.ts'
import { download, found, page } from '../foundation/http/index.ts'
import type { PeopleContext, PeopleEnv } from '../people/index.ts'
import { readCharter } from './charter.store.ts'
import type { Charter } from './charter.ts'
import { NamedPage } from './named.page.tsx'
import { namedAnswers, namedRound } from './named.store.ts'
import { byGroup, namedRow, standsWithNames } from './named.ts'
import { olympiadAt, trail } from './olympiad.context.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import { takingPart } from './panel.entry.ts'
import { readRound, sentencesOf } from './round.store.ts'
import type { Round, Sentence } from './round.ts'

/** Who chose what, in an open Olympiade, for whoever takes part in it. Of any other there are no such pages. */
export function namedRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/olympiades/:slug/rondes/:n{[0-4]}/wie/:statement{[0-9a-f-]{36}}', show)
    .get('/olympiades/:slug/rondes/:n{[0-4]}/wie.csv', give)
}

interface Inside {
  olympiad: Olympiad
  charter: Charter
  round: Round
  sentences: Sentence[]
}

/** The round, for whoever takes part. First whether there are names at all: the way in tells nothing either. */
async function inside(c: PeopleContext): Promise<Inside> {
  const olympiad = await olympiadAt(c)
  const { db } = c.var
  const charter = found(await readCharter(db, olympiad.id))
  const round = found(await readRound(db, olympiad.id, Number(c.req.param('n'))))
  found(standsWithNames(charter, round) || undefined)
  await takingPart(c, olympiad)
  return { olympiad, charter, round, sentences: await sentencesOf(db, round.id) }
}

async function show(c: PeopleContext): Promise<Response> {
  const { olympiad, charter, round, sentences } = await inside(c)
  const about = c.req.param('statement') ?? ''
  const sentence = found(sentences.find(({ statement }) => statement === about))
  return page(
    c,
    {
      title: 'Wie koos wat?',
      robots: 'noindex',
      breadcrumb: trail(
        olympiad,
        { label: `Ronde ${round.number}`, href: `${olympiadUrl(olympiad)}/rondes/${round.number}` },
        { label: 'Wie koos wat?' },
      ),
    },
    <NamedPage
      olympiad={olympiad}
      round={round}
      sentence={sentence}
      groups={byGroup(charter.roles, await namedAnswers(c.var.db, round.id, about))}
    />,
  )
}

async function give(c: PeopleContext): Promise<Response> {
  const { charter, round, sentences } = await inside(c)
  const answers = await namedRound(c.var.db, round.id)
  const rows = sentences.flatMap(({ statement, plain }) =>
    byGroup(
      charter.roles,
      answers.filter((one) => one.statement === statement),
    ).flatMap(({ role, answers: given }) => given.map((one) => namedRow(plain, role.name, one))),
  )
  return download(c, csvOf(rows, { excel: true }), { type: 'text/csv; charset=utf-8', name: 'wie-koos-wat.csv' })
}
