/** Reads a feed back (RFC 4287). */
import assert from 'node:assert/strict'
import { XMLParser, XMLValidator } from 'fast-xml-parser'

export interface ReadFeed {
  id: string
  title: string
  updated: string
  links: { rel: string; href: string }[]
  entries: { id: string; title: string; updated: string; href: string; categories: string[] }[]
}

interface Parsed {
  id: string
  title: string | { '#text': string }
  updated: string
  link?: Record<string, string>[]
  entry?: Parsed[]
  category?: Record<string, string>[]
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  isArray: (name) => ['link', 'entry', 'category'].includes(name),
})

const titleOf = ({ title }: Parsed) => (typeof title === 'string' ? title : title['#text'])

/** Well-formed, in the namespace of Atom, with what a feed must have; every entry too. */
export function readFeed(text: string): ReadFeed {
  assert.equal(XMLValidator.validate(text), true)
  const { feed }: { feed: Parsed & { xmlns: string } } = parser.parse(text)
  assert.equal(feed.xmlns, 'http://www.w3.org/2005/Atom')
  for (const one of [feed, ...(feed.entry ?? [])]) {
    assert.match(one.id, /^tag:[\w.-]+,2026:\S+$/)
    assert.ok(!Number.isNaN(Date.parse(one.updated)), one.updated)
    assert.ok(titleOf(one).length > 0)
  }
  const linksOf = ({ link = [] }: Parsed) => link.map(({ rel = 'alternate', href = '' }) => ({ rel, href }))
  return {
    ...{ id: feed.id, title: titleOf(feed), updated: feed.updated, links: linksOf(feed) },
    entries: (feed.entry ?? []).map((one) => ({
      ...{ id: one.id, title: titleOf(one), updated: one.updated, href: linksOf(one)[0]?.href ?? '' },
      categories: (one.category ?? []).map(({ term = '' }) => term),
    })),
  }
}
