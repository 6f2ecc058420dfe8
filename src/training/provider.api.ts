import { LICENCE, selfOf } from '../foundation/api/index.ts'
import { gemeenteName, gemeenteNow } from '../foundation/gemeente.ts'
import { levelOf, strengthOf } from './course.api.ts'
import type { FindWords } from './facet.words.ts'
import { type LearningForm, learningFormUrl } from './learning-form.ts'
import { moduleUrl } from './module.ts'
import type { Leermateriaal, Leervorm, Opleider } from './provider.api.form.ts'
import type { ListedModule } from './provider.api.store.ts'
import { type Provider, providerUrl } from './provider.ts'

/** A provider in the words of the API, short. */
export function toOpleider(provider: Provider, base: string): Opleider {
  const { slug, fictional } = provider
  return {
    id: provider.id,
    slug,
    naam: provider.name,
    kern: provider.line,
    gemeente: { code: gemeenteNow(provider.gemeente), naam: gemeenteName(provider.gemeente) },
    website: provider.website === '' ? null : provider.website,
    voorbeeld: fictional,
    _links: {
      ...selfOf(base, `/opleiders/${slug}`, fictional),
      pagina: { href: base + providerUrl(provider) },
      opleidingen: { href: `${base}/api/v1/opleidingen?opleider=${slug}${fictional ? '&voorbeelden=ja' : ''}` },
    },
  }
}

/** A provider in the words of the API, whole. */
export const toOpleiderDetail = (provider: Provider, base: string) => ({
  ...toOpleider(provider, base),
  over: provider.about,
  mail: provider.mail,
  telefoon: provider.phone,
  licentie: LICENCE,
})

/** What the words of material and ways need besides themselves. */
interface Around {
  base: string
  words: FindWords
}

function taught(items: string[], { base, words }: Around): Leermateriaal['kenmerken'] {
  return items.flatMap((item) => {
    const known = words.standards.get(item)
    return known === undefined ? [] : [{ item: `${base}/id/${item}`, slug: known.slug, naam: known.title }]
  })
}

/** Material in the words of the API, short. */
export function toLeermateriaal(module: ListedModule, around: Around): Leermateriaal {
  const { base } = around
  const { by, slug, fictional } = module
  const page = base + moduleUrl(module)
  return {
    id: module.id,
    slug,
    titel: module.title,
    kern: module.line,
    opleider: { slug: by.slug, naam: by.name, _links: selfOf(base, `/opleiders/${by.slug}`, fictional) },
    minuten: module.minutes,
    niveau: levelOf(module.level),
    kenmerken: taught(module.standards, around),
    licentieMateriaal: module.licence,
    // A file of ours is taken along from the page, which says what is in it.
    adres: module.url === '' ? page : module.url,
    voorbeeld: fictional,
    _links: { ...selfOf(base, `/leermaterialen/${slug}`, fictional), pagina: { href: page } },
  }
}

/** A way to learn without a provider in the words of the API, short. */
export function toLeervorm(form: LearningForm, around: Around): Leervorm {
  return {
    id: form.id,
    item: form.item && `${around.base}/id/${form.item}`,
    slug: form.slug,
    titel: form.title,
    kern: form.line,
    kosten: form.cost,
    tijd: form.time,
    waar: form.where,
    mensen: form.people,
    kenmerken: form.practises.flatMap(({ standard, strength }) =>
      taught([standard], around).map((known) => ({ ...known, sterkte: strengthOf(strength) })),
    ),
    gewijzigd: form.updatedAt.toISOString(),
    _links: {
      ...selfOf(around.base, `/leervormen/${form.slug}`),
      pagina: { href: around.base + learningFormUrl(form) },
    },
  }
}
