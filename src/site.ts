import { join } from 'node:path'
import { Hono } from 'hono'
import { cast, groupCast, olympiadCast, practiceCast, settleWorld, trainingCast } from '../test/world.ts'
import { communityRoutes } from './community/index.ts'
import { dutchDay } from './foundation/clock.ts'
import type { Db } from './foundation/db/index.ts'
import { fileJobs, fileRoutes } from './foundation/files/index.ts'
import {
  assetRoutes,
  type FrameMaker,
  type HouseEnv,
  type HouseParts,
  healthRoutes,
  house,
  sweepJobs,
} from './foundation/http/index.ts'
import type { Job } from './foundation/jobs/index.ts'
import { mailJobs } from './foundation/mail/index.ts'
import { randomToken } from './foundation/seal.ts'
import { type Assets, readAssets } from './foundation/ui/index.ts'
import {
  agendaRoutes,
  apiRoutes,
  embeddingDeskRoutes,
  embedRoutes,
  homeJobs,
  homeRoutes,
  loadReadings,
  mineRoutes,
  openDataRoutes,
  openSearchRoutes,
  readReadings,
  readStories,
  SITE_PAGES,
  showcaseRoutes,
  widgetRoutes,
} from './home/index.ts'
import { keepRoom, olympiadJobs, olympiadRoutes, settleGroups, settleOlympiads, trialRooms } from './olympiad/index.ts'
import { demoRoutes, type PeopleContext, type PeopleEnv, peopleJobs, peopleRoutes, whoIsHere } from './people/index.ts'
import {
  examplesFor,
  fixedDescription,
  followGemeenten,
  loadCalls,
  mayReadFile,
  practicesJobs,
  practicesRoutes,
  type StandardOptions,
  settlePractices,
  warmBank,
} from './practices/index.ts'
import {
  loadInstrument,
  type ReflectionContent,
  reflectionJobs,
  reflectionRoutes,
  type Slot,
} from './reflection/index.ts'
import { currentStandards, fixedWords, loadStandards, standardsRoutes, type TaughtSlot } from './standards/index.ts'
import { itemId, threadRoutes, warmSearch } from './thread/index.ts'
import {
  coursesTeaching,
  formsPractising,
  loadLearningForms,
  mayReadModuleFile,
  settleTraining,
  trainingJobs,
  trainingRoutes,
  warmCourses,
} from './training/index.ts'

/** What the site needs from outside the code; `root` is the folder that holds content/ and dist/. */
export type SiteParts = Omit<HouseParts, 'draw'> & { root: string }

/** The map: every URL prefix (Dutch) and the domain (English) behind it. */
export function site(parts: SiteParts, content: ReflectionContent): Hono<HouseEnv> {
  const { config, database, root } = parts
  const built = join(root, 'dist/assets')
  const texts = { readings: readReadings(join(root, 'content')), stories: readStories(join(root, 'content')) }

  const rooms = new Hono<PeopleEnv>().use(whoIsHere)
  rooms.route('/', homeRoutes({ ...texts, tasks: TASKS, menu: MENU })) //    /  /menu  /over  /contact  /sitemap.xml
  rooms.route('/', openDataRoutes()) //                                  /open-data  /catalogus.jsonld
  rooms.route('/', openSearchRoutes()) //                                /opensearch.xml
  rooms.route('/', embedRoutes()) //                                     /insluiten
  rooms.route('/', widgetRoutes({ built })) //                           /insluiten/zoeken
  rooms.route('/', embeddingDeskRoutes()) //                             /redactie/insluiten
  rooms.route('/', agendaRoutes()) //                                    /agenda.ics
  rooms.route('/', mineRoutes()) //                                      /mijn  /redactie  /beheer/mail
  rooms.route('/', apiRoutes()) //                                       /api  /api/v1
  rooms.route('/', reflectionRoutes({ ...content, others, learn })) //   /reflectie
  rooms.route('/', trainingRoutes()) //                                  /scholing
  rooms.route('/', standardsRoutes({ taught })) //                       /kenmerken  /handreikingen  /ims
  rooms.route('/', practicesRoutes({ standards })) //                    /praktijken  /oproepen
  rooms.route('/', olympiadRoutes()) //                                  /olympiades  /werkgroepen  /bundels
  rooms.route('/', fileRoutes(mayTakeAlong)) //                          /bestanden
  rooms.route('/', threadRoutes({ ...fixedWords, ...fixedDescription }, SITE_PAGES)) // /herkomst  /id  /zoeken
  rooms.route('/', communityRoutes()) //                                 /bewaard
  rooms.route('/', peopleRoutes()) //                                    /inloggen  /mijn/account  /beheer
  if (config.demo) rooms.route('/', demoRoutes(cast, trialRooms)) //                 /demo
  if (config.demo) rooms.route('/', showcaseRoutes()) //                        /bouwstenen

  return house({ ...parts, draw: frameOf(readAssets(built)) })
    .route('/', assetRoutes(built)) //                                   /assets
    .route('/', healthRoutes(database)) //                               /gezondheid
    .route('/', rooms)
}

/** The kenmerken that hold now, for whoever says what a practice is an example of. */
const standards: StandardOptions = async (db) =>
  (await currentStandards(db)).map(({ item, name }) => ({ item, name, list: 'Kenmerken' }))

/** Where one can learn what a kenmerk is about. */
const taught: TaughtSlot = async (db, standard, now) => [
  ...(await coursesTeaching(db, standard, dutchDay(now))).map((course) => ({ ...course, isCourse: true })),
  ...(await formsPractising(db, standard, MOST_FORMS)).map((form) => ({ ...form, isCourse: false })),
]

/** Ways to learn without a provider beside those courses. */
const MOST_FORMS = 3

/** A file belongs to a practice or to teaching material; each says who may take it along. */
const mayTakeAlong = async (c: PeopleContext, file: { id: string }): Promise<boolean> =>
  (await mayReadFile(c, file)) || (await mayReadModuleFile(c, file))

/** "Zo doen anderen het": one practice that shows a kenmerk in real work. */
const others: Slot = (db, standard) => examplesFor(db, itemId('standard', standard), 1)

/** Courses offered beside a card of the reflection. */
const MOST_LEARNT = 3

/**
 * "Leer verder": courses that teach a kenmerk and one way to practise it without a provider, each with its reason, and the
 * way to look for more near home.
 */
const learn: Slot = async (db, standard, now) => {
  const item = itemId('standard', standard)
  const courses = await coursesTeaching(db, item, dutchDay(now), MOST_LEARNT)
  const shown = [...courses, ...(await formsPractising(db, item, 1))]
  const links = shown.map(({ href, title, reason, text, fictional }) => ({ href, title, text, reason, fictional }))
  if (courses.length === 0) return links
  return [
    ...links,
    {
      href: `/scholing?kenmerk=${standard}`,
      title: 'Zoek een training bij jou in de buurt',
      text: 'Op plaats, prijs en datum. Van je antwoorden gaat niets mee.',
    },
  ]
}

/** Puts in place what every start needs: the published content and, in a trial installation, the cast. */
export async function settle(
  parts: Pick<SiteParts, 'config' | 'database' | 'clock' | 'root'>,
): Promise<ReflectionContent> {
  const { config, database, clock, root } = parts
  const now = clock()
  const contentDir = join(root, 'content')
  await loadStandards(database.db, { contentDir, now })
  await loadLearningForms(database.db, { contentDir, now })
  await loadReadings(database.db, { contentDir, now })
  await loadCalls(database.db, { contentDir, now, trial: config.demo })
  await followGemeenten(database.db)
  if (config.demo) {
    await settleWorld(database.db, { now })
    await settlePractices(database.db, { contentDir, now, cast: practiceCast, config })
    await settleGroups(database.db, { contentDir, now, cast: groupCast })
    await settleTraining(database.db, { contentDir, now, cast: trainingCast })
    await settleOlympiads(database.db, { contentDir, now, cast: olympiadCast, config })
    await keepRoom(database.db, { contentDir, now, cast: olympiadCast, config })
  }
  return loadInstrument(database.db, { contentDir, now })
}

/** Reads what can be found into memory: some seconds for tens of thousands of things, beside the first requests. */
export async function warm(db: Db): Promise<void> {
  await warmSearch(db)
  await warmBank(db)
  await warmCourses(db)
}

/** All work done apart from requests. */
export function siteJobs({ config, root }: SiteParts, content: ReflectionContent): Job[] {
  return [
    ...mailJobs(config),
    ...sweepJobs(),
    ...fileJobs(),
    ...peopleJobs(),
    ...practicesJobs(),
    ...olympiadJobs({ contentDir: join(root, 'content'), cast: olympiadCast }),
    ...trainingJobs(),
    ...reflectionJobs(content.instruments),
    ...homeJobs(cast, (given) =>
      settlePractices(given.db, { ...given, contentDir: join(root, 'content'), cast: practiceCast }),
    ),
  ]
}

const NAV = [
  { href: '/reflectie', label: 'Reflectie' },
  { href: '/kenmerken', label: 'Kenmerken' },
  { href: '/praktijken', label: 'Praktijken' },
  { href: '/olympiades', label: 'Olympiade' },
  { href: '/scholing', label: 'Scholing' },
]

const MENU = [
  ...NAV,
  { href: '/praktijken/aanmelden', label: 'Een praktijk aanmelden' },
  { href: '/oproepen', label: 'Oproepen' },
  { href: '/werkgroepen', label: 'Werkgroepen' },
  { href: '/handreikingen/kwaliteitskenmerken/2013', label: 'De handreiking' },
  { href: '/wat-mag-je-verwachten', label: 'Wat mag je verwachten?' },
  { href: '/competenties', label: 'Competenties' },
  { href: '/doe-mee', label: 'Meedoen in de zaal' },
  { href: '/open-data', label: 'Open data' },
  { href: '/api', label: 'De API' },
  { href: '/insluiten', label: 'Ons zoekveld op jullie site' },
  { href: '/zoeken', label: 'Zoeken' },
]

/** Six plain tasks of the home page; each leads to something that exists. */
const TASKS = [
  { href: '/wat-mag-je-verwachten', label: 'Weten wat ik van een sociaal werker mag verwachten' },
  { href: '/praktijken', label: 'Een voorbeeld zoeken uit de praktijk' },
  { href: '/praktijken/aanmelden', label: 'Onze praktijk aanmelden' },
  { href: '/olympiades', label: 'Meepraten in een Olympiade' },
  { href: '/scholing', label: 'Een training vinden' },
  { href: '/kenmerken#afspraken', label: 'Afspraken maken over kwaliteit' },
]

const FOOT = {
  links: [
    { href: '/contact', label: 'Contact' },
    { href: '/over', label: 'Over Verankerd' },
    { href: '/privacy', label: 'Privacy' },
    { href: '/toegankelijkheid', label: 'Toegankelijkheid' },
    { href: '/open-data', label: 'Open data' },
  ],
  words: ['Verankerd is niet van Movisie, VWS of een partner.'],
}

const BANNER = {
  text: 'Proefopstelling: vul niets echts in, dit wordt gewist.',
  href: '/demo',
  label: 'Word iemand anders',
}

/** The frame of an answer. A page that is kept for everyone gets no nonce and no token. */
function frameOf(assets: Assets): FrameMaker {
  return (c) => {
    const { config, session, shownAs, cacheable, sameFor } = c.var
    return {
      baseUrl: config.baseUrl,
      path: c.req.path,
      assets,
      nav: NAV,
      search: '/opensearch.xml',
      footer: FOOT,
      ...(config.demo ? { banner: BANNER } : {}),
      ...(session ? { token: session.token } : {}),
      ...(shownAs ? { signedIn: { name: shownAs } } : {}),
      ...((cacheable || sameFor) && !session ? {} : { nonce: () => randomToken(16) }),
    }
  }
}
