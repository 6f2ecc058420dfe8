import { Hono } from 'hono'
import { dutchYear } from '../foundation/clock.ts'
import { allow, type FieldError, page, publicPage, readForm, readQuery } from '../foundation/http/index.ts'
import {
  findPerson,
  hasRole,
  nameOf,
  type PeopleContext,
  type PeopleEnv,
  peopleNamed,
  placesOf,
  signedIn,
  withRole,
} from '../people/index.ts'
import { practicesStudied, practicesToStudy, themesOfYear, themesOfYears } from '../practices/index.ts'
import { amendmentRoutes } from './amendment.routes.tsx'
import { factorRoutes } from './factor.routes.tsx'
import { factorsOf } from './factor.store.ts'
import { groupIn, roomHead } from './group.context.ts'
import { GroupDataPage, MembersPage, NewGroupPage } from './group.desk.page.tsx'
import { groupForm, memberForm, nameQuery } from './group.form.ts'
import { GroupPage, type GroupRow, GroupsPage } from './group.page.tsx'
import type { Typed } from './group.part.tsx'
import { addMember, endMember, groupsOf, makeGroup, membersOf, saveGroup, workingGroups } from './group.store.ts'
import { groupDifferences, groupUrl, isMember, mayWork, type WorkingGroup } from './group.ts'
import { stepsFrom } from './lineage.store.ts'
import { markRoutes } from './mark.routes.tsx'
import { statementRoutes } from './statement.routes.tsx'
import { readyCounts, statementsById, statementsIn } from './statement.store.ts'

/** Working groups: what everyone reads, and the rooms of members and editors. */
export function groupRoutes(): Hono<PeopleEnv> {
  return new Hono<PeopleEnv>()
    .get('/werkgroepen', publicPage, showGroups)
    .post('/werkgroepen', begin)
    .get('/werkgroepen/nieuw', (c) => showNew(c))
    .get('/werkgroepen/:slug', publicPage, showGroup)
    .get('/werkgroepen/:slug/gegevens', (c) => showData(c))
    .post('/werkgroepen/:slug/gegevens', saveData)
    .get('/werkgroepen/:slug/leden', (c) => showMembers(c))
    .post('/werkgroepen/:slug/leden', add)
    .post('/werkgroepen/:slug/leden/einde', remove)
    .post('/werkgroepen/:slug/vertrek', leave)
    .route('/', markRoutes())
    .route('/', factorRoutes())
    .route('/', statementRoutes())
    .route('/', amendmentRoutes())
}

interface Back {
  errors?: FieldError[]
  typed?: Typed
}

async function showGroups(c: PeopleContext): Promise<Response> {
  const { db, person } = c.var
  const groups = await workingGroups(db)
  const themes = await themesOfYears(db, [...new Set(groups.map(({ year }) => year))])
  const read = await practicesStudied(db, [...new Set(groups.flatMap(({ practices }) => practices))])
  const titles = new Map(read.map(({ item, title }) => [item, title]))
  const counts = await readyCounts(db)
  const rows = groups.map(
    (group): GroupRow => ({
      group,
      themes: themes
        .filter(({ year, slug }) => year === group.year && group.themes.includes(slug))
        .map(({ name }) => name),
      practices: group.practices.flatMap((item) => titles.get(item) ?? []),
      statements: counts.get(group.id) ?? 0,
    }),
  )
  const own = person ? await groupsOf(db, person.id) : []
  const isEditor = person !== undefined && hasRole(person, 'editor')
  return page(
    c,
    {
      title: 'Werkgroepen',
      description: 'Wie er dit jaar samen praktijken lazen, en welke zinnen daaruit kwamen.',
      breadcrumb: [{ label: 'Olympiade', href: '/olympiades' }, { label: 'Werkgroepen' }],
      canonical: '/werkgroepen',
    },
    <GroupsPage rows={rows} own={own} isEditor={isEditor} />,
  )
}

async function showGroup(c: PeopleContext): Promise<Response> {
  const { db, person } = c.var
  const group = await groupIn(c)
  const statements = (await statementsIn(db, group.id)).filter(({ item }) => item !== null)
  const onward = new Map<string, typeof statements>()
  for (const { id, ending } of statements)
    if (ending) {
      const next = await statementsById(
        db,
        (await stepsFrom(db, id)).map(({ to }) => to),
      )
      onward.set(
        id,
        next.filter(({ item }) => item !== null),
      )
    }
  const themes = (await themesOfYear(db, group.year)).filter(({ slug }) => group.themes.includes(slug))
  return page(
    c,
    {
      title: `Werkgroep ${group.title}`,
      description: group.task.slice(0, 150),
      breadcrumb: [{ label: 'Werkgroepen', href: '/werkgroepen' }, { label: group.title }],
      canonical: groupUrl(group),
      ...(group.fictional ? { robots: 'noindex' as const } : {}),
    },
    <GroupPage
      group={group}
      themes={themes}
      practices={await practicesStudied(db, group.practices)}
      factors={(await factorsOf(db, group.id)).filter(({ item }) => item !== null)}
      statements={statements}
      onward={onward}
      works={mayWork(person, group)}
      isMember={isMember(person, group)}
      isEditor={person !== undefined && hasRole(person, 'editor')}
      left={c.req.query('vertrokken') === 'ja'}
    />,
  )
}

/** What can be chosen for a year: its themes, and published practices of it and the two years before. */
async function choices(c: PeopleContext, typed: Typed) {
  const year = Number(typed.jaar)
  const known = Number.isInteger(year) && year > 2000 && year < 2101 ? year : dutchYear(c.var.now)
  return {
    themes: await themesOfYear(c.var.db, known),
    practices: await practicesToStudy(c.var.db, known - 2, known),
  }
}

async function showNew(c: PeopleContext, { errors = [], typed }: Back = {}): Promise<Response> {
  withRole(c, 'editor')
  const given = typed ?? { jaar: String(dutchYear(c.var.now)) }
  return page(
    c,
    {
      title: 'Begin een werkgroep',
      robots: 'noindex',
      breadcrumb: [{ label: 'Werkgroepen', href: '/werkgroepen' }, { label: 'Nieuw' }],
      errors: errors.length,
    },
    <NewGroupPage errors={errors} typed={given} {...(await choices(c, given))} />,
  )
}

interface GroupTyped {
  jaar: number
  naam: string
  opdracht: string
  'thema[]': string[]
  'praktijk[]': string[]
}

const wordsOf = (value: GroupTyped) => ({
  year: value.jaar,
  title: value.naam,
  task: value.opdracht,
  themes: value['thema[]'].slice(0, 20),
  practices: value['praktijk[]'].slice(0, 50),
})

/** Only what is really there to choose: a practice that went away meanwhile is left out. */
async function checked(c: PeopleContext, value: GroupTyped) {
  const words = wordsOf(value)
  const there = await practicesStudied(c.var.db, words.practices)
  const themes = await themesOfYear(c.var.db, words.year)
  return {
    ...words,
    practices: there.map(({ item }) => item),
    themes: words.themes.filter((slug) => themes.some((one) => one.slug === slug)),
  }
}

async function begin(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const form = readForm(c, groupForm)
  if (!form.ok) return showNew(c, form)
  const words = await checked(c, form.value)
  const group = await makeGroup(c.var.db, { ...words, fictional: c.var.config.demo }, { by: editor.id, at: c.var.now })
  return c.redirect(groupUrl(group, 'leden'), 303)
}

const typedOf = (group: WorkingGroup): Typed => ({
  jaar: String(group.year),
  naam: group.title,
  opdracht: group.task,
  'thema[]': group.themes,
  'praktijk[]': group.practices,
})

async function showData(
  c: PeopleContext,
  { errors = [], typed, theirs }: Back & { theirs?: { label: string; theirs: string }[] } = {},
): Promise<Response> {
  withRole(c, 'editor')
  const group = await groupIn(c)
  const given = typed ?? typedOf(group)
  return page(
    c,
    { ...roomHead(group, 'Gegevens', errors.length), ...(theirs ? { status: 409 } : {}) },
    <GroupDataPage
      group={group}
      errors={errors}
      typed={given}
      {...(await choices(c, given))}
      version={theirs || typed === undefined ? group.version : Number(typed.versie) || group.version}
      theirs={theirs}
      saved={c.req.query('bewaard') === 'ja'}
    />,
  )
}

async function saveData(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const group = await groupIn(c)
  const form = readForm(c, groupForm)
  if (!form.ok) return showData(c, form)
  const words = await checked(c, form.value)
  if (!(await saveGroup(c.var.db, { id: group.id, version: form.value.versie }, words))) {
    const now = await groupIn(c)
    return showData(c, { typed: form.typed, theirs: groupDifferences(words, now) })
  }
  return c.redirect(`${groupUrl(group, 'gegevens')}?bewaard=ja`, 303)
}

async function showMembers(c: PeopleContext, { errors = [] }: Back = {}): Promise<Response> {
  withRole(c, 'editor')
  const group = await groupIn(c)
  const { db } = c.var
  const query = readQuery(c, nameQuery)
  const named = query.ok ? (query.value.naam ?? '') : ''
  const people = (await peopleNamed(db, named)).filter(({ id }) => !group.members.includes(id))
  const places = await placesOf(
    db,
    people.map(({ id }) => id),
  )
  const members = await membersOf(db, group.id)
  return page(
    c,
    roomHead(group, 'Leden', errors.length),
    <MembersPage
      group={group}
      members={members}
      names={
        await nameOf(
          db,
          members.map(({ person }) => person),
        )
      }
      named={named}
      found={people.map(({ id, name }) => ({ id, name, places: (places.get(id) ?? []).map((place) => place.name) }))}
      errors={[...errors, ...(query.ok ? [] : query.errors)]}
    />,
  )
}

async function add(c: PeopleContext): Promise<Response> {
  const editor = withRole(c, 'editor')
  const group = await groupIn(c)
  const form = readForm(c, memberForm)
  if (!form.ok) return showMembers(c, form)
  const { db, now } = c.var
  if (!(await findPerson(db, form.value.persoon)))
    return showMembers(c, { errors: [{ field: 'naam', message: 'Dit account is er niet meer. Zoek opnieuw.' }] })
  await addMember(db, group.id, form.value.persoon, { by: editor.id, at: now })
  return c.redirect(groupUrl(group, 'leden'), 303)
}

async function remove(c: PeopleContext): Promise<Response> {
  withRole(c, 'editor')
  const group = await groupIn(c)
  const form = readForm(c, memberForm)
  if (!form.ok) return showMembers(c, form)
  await endMember(c.var.db, group.id, form.value.persoon, c.var.now)
  return c.redirect(groupUrl(group, 'leden'), 303)
}

async function leave(c: PeopleContext): Promise<Response> {
  const person = signedIn(c)
  const group = await groupIn(c)
  allow(isMember(person, group))
  await endMember(c.var.db, group.id, person.id, c.var.now)
  return c.redirect(`${groupUrl(group)}?vertrokken=ja`, 303)
}
