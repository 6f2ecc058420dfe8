import { LICENCE, selfOf } from '../foundation/api/index.ts'
import { gemeenteName, gemeenteNow, provinceName } from '../foundation/gemeente.ts'
import { fileUrl } from './attachment.part.tsx'
import type { BankWords } from './bank.store.ts'
import type { BankChoice } from './bank.ts'
import { slugOf, valueIn, valueWord } from './bank.ts'
import { sectionInUrl } from './description.ts'
import type { Detail } from './detail.store.ts'
import type { Facet } from './facet.ts'
import { type Listing, listingUrl } from './listing.ts'
import { ORGANISATION_KINDS } from './nomination.ts'
import { peopleWord } from './people-group.ts'
import type { LOOPT, Praktijk, PraktijkDetail, PraktijkenQuery } from './practice.api.form.ts'
import { plainOf } from './rich-text.ts'
import { SECTIONS, sectionWord } from './section.ts'
import { takeAlongInApi } from './take-along.ts'

/** What was asked of the API, as the bank narrows. */
export function choiceOf(query: PraktijkenQuery): BankChoice {
  return {
    text: query.zoek,
    order: query.zoek === '' || query.orde === 'nieuw' ? 'newest' : 'relevance',
    page: query.page,
    chosen: {
      theme: query.thema,
      people: query.mensen,
      field: query.veld,
      province: query.provincie,
      gemeente: query.gemeente.map(gemeenteNow),
      kind: query.soort.flatMap((word) => valueIn('kind', word) ?? []),
      standing: query.loopt.flatMap((word) => valueIn('standing', word) ?? []),
      recognition: query.erkenning,
      year: query.jaar,
    },
  }
}

interface Around {
  base: string
  words: BankWords
}

/** A practice in the words of the API, short. */
export function toPraktijk(listing: Listing, { base, words }: Around): Praktijk {
  const named = (facet: Facet, code: string) => ({ code, naam: valueWord(facet, code, words) })
  const kind = listing.organisationKind
  return {
    id: listing.item,
    item: `${base}/id/${listing.item}`,
    slug: listing.slug,
    titel: listing.title,
    kern: listing.line,
    organisatie: {
      naam: listing.organisation,
      soort: kind in ORGANISATION_KINDS ? ORGANISATION_KINDS[kind as keyof typeof ORGANISATION_KINDS] : kind,
    },
    gemeente: { code: listing.gemeente, naam: gemeenteName(listing.gemeente) },
    provincie: { code: listing.province, naam: provinceName(listing.province) },
    thema: listing.theme === '' ? null : named('theme', listing.theme),
    velden: listing.fields.map((field) => named('field', field)),
    mensen: listing.people.map((code) => ({ code, naam: peopleWord(code) })),
    jaar: listing.year,
    loopt: slugOf('standing', listing.standing) as (typeof LOOPT)[number],
    erkenningen: listing.recognitions,
    voorbeeld: listing.fictional,
    gepubliceerd: listing.publishedAt.toISOString(),
    gewijzigd: listing.updatedAt.toISOString(),
    _links: {
      ...selfOf(base, `/praktijken/${listing.slug}`, listing.fictional),
      pagina: { href: base + listingUrl(listing) },
    },
  }
}

/** A practice in the words of the API, whole. Words that were taken back are not in it, and only who asks gets what is made up. */
export function toPraktijkDetail(detail: Detail, around: Around, withFictional: boolean): PraktijkDetail {
  const { base } = around
  const { description } = detail
  return {
    ...toPraktijk(detail.listing, around),
    samenvatting: detail.summary,
    begonnen: detail.practice.startedOn,
    onderdelen: description ? partsOf(description) : [],
    meenemen: detail.takeAlongs.map(({ kind, title, licence, file, url }) => ({
      soort: takeAlongInApi(kind),
      titel: title,
      licentie: licence,
      adres: file === null ? url : base + fileUrl(file),
    })),
    erkendDoor: detail.recognitions.map(({ kind, givenBy, givenOn, validUntil, source }) => ({
      erkenning: kind,
      door: givenBy,
      op: givenOn,
      geldigTotEnMet: validUntil,
      bron: source,
    })),
    ookBij: detail.adoptions
      .filter((one) => withFictional || !one.fictional)
      .map(({ organisation, gemeente, sinceYear, changed, fictional }) => ({
        organisatie: organisation,
        gemeente: { code: gemeenteNow(gemeente), naam: gemeenteName(gemeente) },
        sinds: sinceYear,
        anders: changed,
        voorbeeld: fictional,
      })),
    voorbeeldVan: detail.exampleOf.map(({ title, href }) => ({ naam: title, pagina: base + href })),
    versies: (description?.versions ?? []).map(({ number, publishedAt, improved }) => ({
      nummer: number,
      gepubliceerd: publishedAt.toISOString(),
      verbeterd: improved,
    })),
    licentie: LICENCE,
  }
}

/** The text of the organisation. What people said themselves they can take back, so no licence may give it away. */
function partsOf({ body }: NonNullable<Detail['description']>): PraktijkDetail['onderdelen'] {
  return SECTIONS.flatMap((section) => {
    const told = body.sections[section].flatMap((passage) => ('text' in passage ? [plainOf(passage.text)] : []))
    if (told.length === 0) return []
    return [{ onderdeel: sectionInUrl(section), titel: sectionWord(section), tekst: told.join('\n\n') }]
  })
}
