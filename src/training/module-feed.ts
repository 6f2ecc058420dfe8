import type { FeedEntry, FeedHead } from '../foundation/atom.ts'
import {
  GEMEENTEN,
  gemeenteName,
  gemeentenEver,
  gemeenteTyped,
  provinceName,
  provinceTyped,
} from '../foundation/gemeente.ts'
import type { FindWords } from './facet.words.ts'
import { moduleTopics } from './module.open.ts'
import { moduleUrl } from './module.ts'
import type { OpenModule } from './module-open.store.ts'

/** Where new material can be followed. */
export const MODULE_FEED = '/leermaterialen.atom'

/** What someone asks of the feed of material: about some kenmerken, of one provider, from a region. */
export interface ModuleFeedAsk {
  /** Items of kenmerken; any of them will do. */
  standards: string[]
  /** Slug of a provider; '' for all. */
  provider: string
  /** Codes of provinces and gemeenten in which a provider may sit; any of them will do. */
  provinces: string[]
  gemeenten: string[]
}

/** More values of one name than anyone asks. */
const MOST_VALUES = 20

/** What an address asks. Values we don't know count as not asked, for an address may be old. */
export function moduleFeedAsked(queries: Record<string, string[]>, { standards }: FindWords): ModuleFeedAsk {
  const sent = (name: string) => [...new Set((queries[name] ?? []).slice(0, MOST_VALUES))]
  const slugs = sent('kenmerk')
  return {
    standards: [...standards].flatMap(([item, { slug }]) => (slugs.includes(slug) ? [item] : [])),
    provider: sent('opleider').find((slug) => /^[a-z0-9-]{1,100}$/.test(slug)) ?? '',
    provinces: sent('provincie').flatMap((typed) => provinceTyped(typed)?.code ?? []),
    gemeenten: sent('gemeente').flatMap((typed) => gemeenteTyped(typed)?.code ?? []),
  }
}

/** The gemeenten someone asked for, by themselves or by their province, with those that went into them; null for all. */
export function gemeentenAsked({ provinces, gemeenten }: ModuleFeedAsk): string[] | null {
  if (provinces.length + gemeenten.length === 0) return null
  const within = GEMEENTEN.filter(({ code, province }) => provinces.includes(province) || gemeenten.includes(code))
  return gemeentenEver(within.map(({ code }) => code))
}

/** The address of the feed of what is asked. */
export function moduleFeedUrl(ask: Partial<ModuleFeedAsk>, { standards }: Pick<FindWords, 'standards'>): string {
  const query = new URLSearchParams()
  for (const item of ask.standards ?? []) query.append('kenmerk', standards.get(item)?.slug ?? item)
  if (ask.provider) query.set('opleider', ask.provider)
  for (const code of ask.provinces ?? []) query.append('provincie', provinceName(code))
  for (const code of ask.gemeenten ?? []) query.append('gemeente', code)
  return query.size > 0 ? `${MODULE_FEED}?${query}` : MODULE_FEED
}

/** What the feed says of itself. */
export function moduleFeedHead(
  ask: ModuleFeedAsk,
  words: FindWords,
  { self, by }: { self: string; by: string },
): FeedHead {
  const about = [
    ...ask.standards.map((item) => words.standards.get(item)?.title ?? item),
    ...(by === '' ? [] : [`van ${by}`]),
    ...ask.provinces.map((code) => `opleiders in ${provinceName(code)}`),
    ...ask.gemeenten.map((code) => `opleiders in ${gemeenteName(code)}`),
  ]
  return {
    name: moduleFeedUrl(ask, words).slice(1).replace('.atom', ''),
    title: ['Verankerd: materiaal om mee te nemen', ...about].join(', '),
    description: 'Nieuw en vernieuwd leermateriaal voor sociaal werk.',
    page: '/scholing/leervormen',
    self,
  }
}

/** Material as news. */
export const moduleEntry = (one: OpenModule, words: FindWords): FeedEntry => ({
  id: one.id,
  title: one.title,
  path: moduleUrl(one),
  line: `${one.line} ${one.licence}.`,
  author: one.by.name,
  updatedAt: new Date(Math.max(one.updatedAt.getTime(), one.liveSince?.getTime() ?? 0)),
  publishedAt: one.liveSince ?? undefined,
  categories: moduleTopics(one, words),
  fictional: one.fictional,
})
