import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Reading, Story } from '../src/home/index.ts'
import { callContent, criteriaContent, practiceContent } from '../src/practices/index.ts'
import { instrumentContent } from '../src/reflection/index.ts'
import { competenceContent, crosswalkContent, frameworkContent, vocabularyContent } from '../src/standards/index.ts'
import { learningFormContent, moduleContent, providerContent } from '../src/training/index.ts'
import { mean, names, read, readOf, sentencesOf, textsIn, wordsOf } from './text.ts'

const frameworks = names('frameworks').map((name) => frameworkContent.parse(read(`frameworks/${name}`)))
const competences = competenceContent.parse(read('competences.json'))
const crosswalks = crosswalkContent.parse(read('crosswalks.json'))
const vocabularies = names('vocabularies').map((name) => vocabularyContent.parse(read(`vocabularies/${name}`)))
const instrument = instrumentContent.parse(read('instruments/reflectie.json'))
const pages = names('pages').map((name) => Reading.parse(read(`pages/${name}`)))
const stories = names('stories').map((name) => Story.parse(read(`stories/${name}`)))
const calls = names('calls').map((name) => callContent.parse(read(`calls/${name}`)))
const criteria = names('criteria').map((name) => criteriaContent.parse(read(`criteria/${name}`)))
const practices = names('practices').map((name) => practiceContent.parse(read(`practices/${name}`)))
const providers = names('courses').map((name) => providerContent.parse(read(`courses/${name}`)))
const learningForms = names('learning-forms').map((name) => learningFormContent.parse(read(`learning-forms/${name}`)))
const modules = names('modules').map((name) => moduleContent.parse(read(`modules/${name}`)))
const editions = frameworks.flatMap((framework) => framework.editions)
const standards = editions.flatMap((edition) => edition.standards)
const standardsOf = ({ framework, edition }: { framework: string; edition: string }) =>
  frameworks
    .find((one) => one.slug === framework)
    ?.editions.find((one) => one.slug === edition)
    ?.standards.map((one) => one.slug) ?? []
const asked = instrument.editions.flatMap((edition) => edition.lines)

const notes = standards.flatMap((one) => one.connects.map(({ note }) => note))
const ours = [
  ...textsIn(frameworks, 'frameworks'),
  ...textsIn(notes, 'notes'),
  ...textsIn(
    competences.competences.map(({ plainLine }) => plainLine),
    'competences',
  ),
  ...textsIn(
    crosswalks.flatMap(({ ours, rows }) => [ours, ...rows.map(({ note }) => note)]),
    'crosswalks',
  ),
  ...textsIn(
    vocabularies.flatMap(({ ours, terms }) => [ours, ...terms.flatMap(({ note }) => note ?? [])]),
    'vocabularies',
  ),
  ...textsIn(instrument, 'instrument'),
  ...textsIn(pages, 'pages'),
  ...textsIn(stories, 'stories'),
  ...textsIn(
    calls.map(({ intro, contact, themes }) => [intro, contact, themes.map(({ explanation }) => explanation)]),
    'calls',
  ),
  ...textsIn(
    criteria.flatMap((one) =>
      one.criteria.map(({ explanation, example, evidence }) => [explanation, example, evidence]),
    ),
    'criteria',
  ),
  ...practices.flatMap(readOf),
  ...textsIn(
    providers.map(({ line, about, courses }) => [line, about, courses.map((one) => [one.outcome, one.about])]),
    'courses',
  ),
  ...textsIn(
    learningForms.map(({ line, steps, questions, beware }) => [line, steps, questions, beware]),
    'learning-forms',
  ),
  ...textsIn(
    modules.map(({ line, about }) => [line, about]),
    'modules',
  ),
]
test('there are two lists of five, and the second replaces the first', () => {
  assert.deepEqual(
    editions.map((one) => [one.slug, one.status, one.replaces?.framework, one.standards.length]),
    [
      ['2013', 'current', 'kwaliteitsstandaarden', 5],
      ['2010', 'replaced', undefined, 5],
    ],
  )
  assert.equal(new Set(standards.map((one) => one.slug)).size, 10)
})

test('every text has the parts and the numbers that its page was drawn for', () => {
  const between = (list: unknown[], least: number, most: number, what: string) =>
    assert.ok(list.length >= least && list.length <= most, `${what}: ${list.length}`)
  for (const { slug, perspectives, connects, conversation, resident, howTo, measures, themes } of standards) {
    for (const { points } of Object.values(perspectives)) between(points, 3, 5, slug)
    between(conversation.questions, 4, 6, slug)
    between(resident.expect, 3, 4, slug)
    between(resident.ask, 2, 3, slug)
    for (const list of [connects, howTo, measures, themes]) between(list, 1, 99, slug)
  }
  assert.equal(competences.competences.length, 10)
  for (const edition of instrument.editions) {
    assert.equal(edition.privacy.length, 5)
    assert.equal(edition.topics.length, 5)
    assert.equal(edition.lines.length, 25)
  }
})

test('no exact date is made up for what only a year is known of', () => {
  for (const edition of editions) assert.equal(edition.publishedOn, null)
})

test('every slug points at something', () => {
  const terms = new Set(vocabularies.flatMap((one) => one.terms.map((term) => `${one.slug}/${term.slug}`)))
  const known = new Set(competences.competences.map((one) => one.slug))
  for (const { slug, connects, competences: needs } of standards) {
    for (const { vocabulary, term } of connects)
      assert.ok(terms.has(`${vocabulary}/${term}`), `${slug}: ${vocabulary}/${term}`)
    for (const need of needs) assert.ok(known.has(need), `${slug}: ${need}`)
  }
  for (const { replaces } of editions) if (replaces) assert.ok(standardsOf(replaces).length > 0)
  for (const edition of instrument.editions)
    assert.deepEqual(
      edition.topics.map((one) => one.standard),
      standardsOf(edition),
    )
  for (const { slug, standard, competence } of asked) {
    const behind = standards.find((one) => one.slug === standard)
    assert.ok(behind?.competences.includes(competence ?? ''), `${slug}: ${competence} does not belong to ${standard}`)
  }
  for (const story of stories) assert.equal(asked.find((one) => one.slug === story.line)?.standard, story.standard)
})

test('every competence is asked about', () => {
  const met = new Set(asked.map((one) => one.competence))
  assert.deepEqual(
    competences.competences.map((one) => one.slug).filter((one) => !met.has(one)),
    [],
  )
})

test('a crosswalk names every standard of both editions once, with a type that fits the numbers', () => {
  const fits = {
    same: (from: number, to: number) => from === 1 && to === 1,
    reworded: (from: number, to: number) => from === 1 && to === 1,
    split: (from: number, to: number) => from === 1 && to > 1,
    merged: (from: number, to: number) => from > 1 && to >= 1,
    new: (from: number, to: number) => from === 0 && to === 1,
    dropped: (from: number, to: number) => from === 1 && to === 0,
  }
  for (const { from, to, rows } of crosswalks) {
    assert.deepEqual(rows.flatMap((row) => row.from).sort(), standardsOf(from).sort())
    assert.deepEqual(rows.flatMap((row) => row.to).sort(), standardsOf(to).sort())
    for (const row of rows)
      assert.ok(fits[row.type](row.from.length, row.to.length), `${row.type}: ${row.from} → ${row.to}`)
  }
})

test('the instrument asks 25 lines, five per kenmerk, in the order of the kenmerken', () => {
  for (const edition of instrument.editions) {
    const expected = standardsOf(edition).flatMap((standard) => Array(5).fill(standard))
    assert.deepEqual(
      edition.lines.map((one) => one.standard),
      expected,
    )
    assert.equal(new Set(edition.lines.map((one) => one.slug)).size, 25)
    assert.deepEqual(
      edition.scale.map((one) => one.value),
      [1, 2, 3, 4, 5],
    )
  }
})

test('each line is one short act, said by the person', () => {
  const forbidden =
    /\b(altijd|nooit|vaak|en|leefwereld|cliëntgericht|moe|stress|druk|gezond\w*|ziek|gevoel|stemming|werkdruk)\b/iu
  for (const { slug, text, strengthText } of asked) {
    assert.match(text, /^Ik \p{Ll}+ .+\.$/u, slug)
    assert.ok(wordsOf(text).length <= 12, `${slug} has more than twelve words`)
    assert.doesNotMatch(text, forbidden, slug)
    assert.match(strengthText, /^Je \p{Ll}+ .+\.$/u, slug)
    assert.doesNotMatch(strengthText, /\b(ik|mijn)\b/i, slug)
  }
})

test('each step fits in a week, and each question is a question', () => {
  for (const { tryThisWeek, askColleague } of [
    ...asked,
    ...instrument.editions.flatMap((one) => one.topics.map((topic) => topic.deepen)),
  ]) {
    assert.ok(wordsOf(tryThisWeek).length <= 30, tryThisWeek)
    assert.match(askColleague, /\?$/)
    assert.ok(wordsOf(askColleague).length <= 20, askColleague)
  }
})

test('the three perspectives read easily', () => {
  const lengths = standards
    .flatMap((one) => Object.values(one.perspectives).flatMap(({ line, points }) => [line, ...points]))
    .flatMap((text) => sentencesOf(text).map((sentence) => wordsOf(sentence).length))
  assert.ok(mean(lengths) <= 14, `mean ${mean(lengths)}`)
  assert.ok(Math.max(...lengths) <= 25)
})

test('all our text is short, says je, and shouts at nobody', () => {
  const lengths = ours.flatMap(({ text }) => sentencesOf(text).map((sentence) => wordsOf(sentence).length))
  assert.ok(mean(lengths) <= 12, `mean ${mean(lengths)}`)
  for (const { path, text } of ours) {
    for (const sentence of sentencesOf(text)) assert.ok(wordsOf(sentence).length <= 25, `${path}: ${sentence}`)
    assert.doesNotMatch(text, /\b(u|uw)\b/i, path)
    assert.doesNotMatch(text, /[!"']/, path)
  }
})

test('no officialese, no praise, and nobody of the sources as a contact', () => {
  const stiff = [
    ...[
      'middels',
      'teneinde',
      'inzake',
      'betreffende',
      'alsmede',
      'tevens',
      'derhalve',
      'omtrent',
      'hiertoe',
      'conform',
      'indien',
      'echter',
    ],
    ...[
      'dient te',
      'dienen te',
      'ten behoeve',
      'ten aanzien',
      'met betrekking tot',
      'zorg ?dragen',
      'borg(en|ing)',
      'implement\\w+',
      'facilit\\w+',
    ],
    ...[
      'leefwereld\\w*',
      'cliëntgericht\\w*',
      'vraaggericht\\w*',
      'doelgroep\\w*',
      'maatwerk',
      'burgers?',
      'handvat(ten)?',
      'optimaal',
      'bewerkstellig\\w+',
    ],
    ...['stakeholders?', 'empower\\w*', 'uniek\\w*', 'excellent\\w*', 'innovatie\\w*', 'best practices?', 'nomin\\w+'],
    ...['vlaar', 'meinema', 'ghianni', 'vonkeman\\w*', 'luttik'],
  ]
  const found = new RegExp(`(?<!\\p{L})(${stiff.join('|')})(?!\\p{L})`, 'iu')
  for (const { path, text } of ours) assert.doesNotMatch(text, found, path)
})

test('each list says it binds nobody, and which words are ours', () => {
  for (const edition of editions) {
    assert.ok(edition.notLikeThis.some((one) => one.startsWith('Geen verplicht kader')))
    assert.match(edition.ours, /van Verankerd/)
  }
})

test('the pages that must exist do, and the reflection first says what it is not', () => {
  const there = new Map(pages.map((one) => [one.slug, one]))
  for (const name of [
    'over',
    'geschiedenis',
    'werkgevers',
    'privacy',
    'verwerkingsregister',
    'toegankelijkheid',
    'beveiliging',
    'contact',
  ])
    assert.ok(there.has(name), name)
  assert.equal(
    there.get('reflectie-verantwoording')?.lead,
    'Dit is geen test, geen beoordeling en geen bewijs voor je register.',
  )
  for (const one of pages)
    for (const block of one.blocks)
      if ('table' in block)
        for (const row of block.table.rows)
          assert.equal(row.length, block.table.columns.length, `${one.slug}: ${row[0]}`)
})

test('the privacy words are the same on the page and at the reflection', () => {
  const facts = pages
    .find((one) => one.slug === 'privacy')
    ?.blocks.flatMap((block) => ('facts' in block ? block.facts : []))
  for (const edition of instrument.editions) assert.deepEqual(facts, edition.privacy)
})

test('courses are sixty of fifteen providers, and everything they teach is a kenmerk of now', () => {
  const courses = providers.flatMap((one) => one.courses)
  const now = standardsOf({ framework: 'kwaliteitskenmerken', edition: '2013' })
  assert.equal(providers.length, 15)
  assert.equal(courses.filter(({ state }) => state === undefined || state === 'unseen').length, 60)
  const taught = [...courses.flatMap(({ teaches }) => teaches.map(({ standard }) => standard))]
  assert.deepEqual(
    new Set([
      ...taught,
      ...learningForms.flatMap((one) => one.practises.map(({ standard }) => standard)),
      ...modules.flatMap((one) => one.standards),
    ]),
    new Set(now),
  )
  assert.equal(new Set(courses.map(({ slug }) => slug)).size, courses.length)
  for (const { provider, slug } of modules)
    assert.ok(
      providers.some((one) => one.slug === provider),
      slug,
    )
  // One net hour is one point (conventions of the registers).
  for (const { slug, minutes, accreditations } of courses)
    for (const { register, name, points } of accreditations) {
      assert.ok(points <= minutes / 60, slug)
      assert.equal(name !== undefined, register === 'overig', slug)
    }
})
