/** The fictional practices, their calls and their criteria: what the zod shapes can't say. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import {
  attributionOf,
  callContent,
  criteriaContent,
  EXAMPLE_STATES,
  FLYER_GUIDE,
  type PracticeContent,
  practiceContent,
  SECTIONS,
  type Section,
} from '../src/practices/index.ts'
import { frameworkContent, vocabularyContent } from '../src/standards/index.ts'
import { mean, names, read, readOf, sentencesOf, WRITTEN, wordsOf } from './text.ts'

const calls = names('calls').map((name) => callContent.parse(read(`calls/${name}`)))
const criteria = names('criteria').map((name) => criteriaContent.parse(read(`criteria/${name}`)))
const practices = names('practices').map((name) => practiceContent.parse(read(`practices/${name}`)))
const published = practices.filter(({ state }) => state === 'published')
const vocabularies = names('vocabularies').map((name) => vocabularyContent.parse(read(`vocabularies/${name}`)))
const kenmerken = frameworkContent.parse(read('frameworks/kwaliteitskenmerken.json')).editions[0]?.standards ?? []
const textsOf = (sections: PracticeContent['sections']) =>
  Object.values(sections ?? {}).flatMap((passages) => passages ?? [])

test('a call judges by criteria and asks for fields that exist', () => {
  for (const call of calls) {
    assert.ok(
      criteria.some(({ slug }) => slug === call.criteria),
      call.slug,
    )
    assert.ok(
      vocabularies.some(({ slug }) => slug === call.vocabulary),
      call.slug,
    )
    assert.ok(call.opensOn < call.closesOn, call.slug)
  }
})

test('a practice fits its call and stands on the map', () => {
  const gemeenten = new Set(
    z
      .object({ gemeenten: z.array(z.object({ code: z.string() })) })
      .parse(read('gemeenten.json'))
      .gemeenten.map(({ code }) => code),
  )
  for (const { slug, theme, fields, gemeente, adoptions = [], ...one } of practices) {
    const call = calls.find((call) => call.slug === one.call)
    const terms = vocabularies.find((list) => list.slug === call?.vocabulary)?.terms.map((term) => term.slug) ?? []
    assert.ok(
      call?.themes.some((one) => one.slug === theme),
      `${slug}: ${theme}`,
    )
    assert.deepEqual(
      fields.filter((field) => !terms.includes(field)),
      [],
      slug,
    )
    assert.ok(one.state === 'begun' || fields.length > 0, slug)
    for (const code of [gemeente, ...adoptions.map((adoption) => adoption.gemeente)])
      assert.ok(gemeenten.has(code), `${slug}: ${code}`)
  }
})

test('a judgement is about every criterion of its call, once', () => {
  for (const { slug, call, judgements, decision } of practices) {
    const edition = calls.find((one) => one.slug === call)?.criteria
    const asked = criteria.find((one) => one.slug === edition)?.criteria.map((one) => one.slug) ?? []
    const told = Object.values(judgements ?? {}).map((all) => all.map(({ criterion }) => criterion))
    for (const all of [...told, ...(decision ? [Object.keys(decision.words)] : [])])
      assert.deepEqual(all.toSorted(), asked.toSorted(), slug)
  }
})

test('the examples show every part of the way', () => {
  const count = <Value>(values: Value[], value: Value) => values.filter((one) => one === value).length
  const states = practices.map(({ state }) => state)
  const standings = published.map(({ standing }) => standing)
  assert.equal(practices.length, 17)
  assert.equal(published.length, 7)
  for (const state of EXAMPLE_STATES) assert.ok(count(states, state) >= 1, `nothing is ${state}`)
  assert.equal(count(standings, 'stopped'), 1)
  assert.equal(count(standings, 'unconfirmed'), 1)
  assert.equal(count(standings, 'changed'), 1)
  assert.equal(practices.filter(({ takenBack }) => takenBack).length, 1)
  assert.equal(practices.filter(({ disagreement }) => disagreement).length, 1)
  assert.equal(published.flatMap(({ quotes }) => quotes ?? []).filter(({ withdrawn }) => withdrawn).length, 1)
  assert.equal(practices.filter(({ improved }) => improved).length, 1)
  const alone = published.filter(
    ({ theme, people, standing }) => theme === 'eenzaamheid' && people.includes('ouderen') && standing === 'running',
  )
  assert.ok(alone.length >= 2)
})

test('every kenmerk has a practice that shows it', () => {
  const shown = new Set(published.flatMap(({ exemplifies }) => exemplifies ?? []))
  assert.deepEqual([...shown].sort(), kenmerken.map(({ slug }) => slug).sort())
})

test('a published practice has every section, and each line of its flyer rests on passages', () => {
  for (const { slug, sections, quotes = [], flyer, improved } of published) {
    const at = (section: string, index: number) => sections?.[section as Section]?.[index]
    assert.deepEqual(
      SECTIONS.filter((name) => sections?.[name] === undefined),
      [],
      slug,
    )
    assert.ok(flyer, slug)
    assert.ok(
      quotes.some(({ id, withdrawn }) => id === flyer.quote && !withdrawn),
      slug,
    )
    for (const { id, section, after } of quotes) assert.ok(at(section, after), `${slug}: ${id} follows nothing`)
    for (const fact of Object.values(flyer.facts).flat()) {
      const [section = '', index] = fact.split(':')
      assert.ok(at(section, Number(index)), `${slug}: ${fact}`)
      const later = improved?.[section as Section]
      assert.ok(!later || later[Number(index)] === at(section, Number(index)), `${slug}: ${fact} was improved away`)
    }
    assert.match(textsOf({ sources: sections?.sources }).join(' '), /verzonnen/i, slug)
  }
})

test('a description and a flyer have the length their pages were drawn for', () => {
  const between = (text: string, least: number, most: number, what: string) =>
    assert.ok(wordsOf(text).length >= least && wordsOf(text).length <= most, `${what}: ${wordsOf(text).length} words`)
  for (const { slug, sections, flyer } of practices) {
    if (sections) between((sections.summary ?? []).join(' '), 120, 250, `${slug} summary`)
    if (!flyer) continue
    between(flyer.headline, 3, 9, `${slug} headline`)
    between(flyer.scene, 60, 90, `${slug} scene`)
    between(flyer.doing, 60, 90, `${slug} doing`)
    between(flyer.bringing, 40, 70, `${slug} bringing`)
    between(flyer.start, 40, 60, `${slug} start`)
    for (const name of WRITTEN)
      assert.ok(flyer[name].length <= FLYER_GUIDE[name].most, `${slug} ${name}: ${flyer[name].length} characters`)
  }
})

test('what someone said stands nowhere else, so that it can be taken back', () => {
  for (const { slug, sections, quotes = [], flyer, improved } of practices) {
    const texts = [...textsOf(sections), ...textsOf({ ...improved }), ...WRITTEN.map((name) => flyer?.[name] ?? '')]
    const words = quotes.flatMap(({ text, speaker, form }) => [text, attributionOf(form, speaker) ?? '', speaker.name])
    for (const said of words.filter((one) => one.length >= 8))
      for (const text of texts) assert.ok(!text.toLowerCase().includes(said.toLowerCase()), `${slug}: ${said}`)
  }
})

test('a practice reads easily', () => {
  for (const practice of practices) {
    const lengths = readOf(practice).flatMap(({ text }) => sentencesOf(text).map((one) => wordsOf(one).length))
    assert.ok(mean(lengths) <= 16, `${practice.slug}: ${mean(lengths)}`)
  }
})
