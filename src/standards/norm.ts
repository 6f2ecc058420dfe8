import { LICENCE, selfOf, unknownFault } from '../foundation/api/index.ts'
import { dutchDay } from '../foundation/clock.ts'
import type { Published } from './case.ts'
import { editionKey } from './catalogue.ts'
import type { Competence } from './competence.store.ts'
import type { Edition } from './edition.store.ts'
import { replacedBy } from './edition.ts'
import type { Competentie, Kader, KaderDetail, Norm, NormDetail, NormenQuery } from './norm.form.ts'
import { placeUrl } from './shelf.ts'
import type { Standard } from './standard.store.ts'
import { standingsIn } from './standing.ts'

const statusWord = ({ status }: Edition): Norm['status'] => (status === 'replaced' ? 'vervangen' : 'geldig')

const normPointer = (all: Published, standard: Standard) => ({
  id: standard.id,
  naam: standard.text.name,
  _links: selfOf(all.base, `/normen/${standard.id}`, editionOf(all, standard).framework.fictional),
})
const kaderPointer = (base: string, { id, text, framework }: Edition) => ({
  id,
  naam: text.title,
  _links: selfOf(base, `/normenkaders/${id}`, framework.fictional),
})
const competencePointer = (base: string, { id, text }: Competence) => ({
  id,
  naam: text.name,
  _links: selfOf(base, `/competenties/${id}`),
})

function editionOf(all: Published, standard: Standard): Edition {
  const edition = all.editions.find(({ id }) => id === standard.edition)
  if (!edition) throw new Error(`Standard ${standard.id} stands in no published edition`)
  return edition
}

const keyOf = ({ framework, slug }: Edition): string => editionKey({ framework: framework.slug, edition: slug })

/** A standard in the words of the API, short. */
export function toNorm(all: Published, standard: Standard): Norm {
  const { base } = all
  const { text } = standard
  const edition = editionOf(all, standard)
  const { word } = edition.framework.text
  return {
    id: standard.id,
    item: `${base}/id/${standard.item}`,
    vasteLink: standard.number ? `${base}/id/${standard.item}/${standard.number}` : null,
    tekst: standard.number,
    code: text.code,
    naam: text.name,
    soort: word,
    kern: text.plainLine,
    over: text.subject,
    voor: text.audience,
    themas: text.themes,
    lenzen: text.lenses,
    kader: kaderPointer(base, edition),
    status: statusWord(edition),
    verplichtKader: false,
    voorbeeld: edition.framework.fictional,
    _links: {
      ...selfOf(base, `/normen/${standard.id}`, edition.framework.fictional),
      pagina: { href: base + placeUrl(all, edition, standard) },
    },
  }
}

const side = ({ line, points }: { line: string; points: string[] }) => ({
  kern: line,
  punten: points,
})

/** A standard in the words of the API, whole; only who asks gets what is made up. */
export function toNormDetail(all: Published, standard: Standard, withFictional: boolean): NormDetail {
  const { text } = standard
  const { inwoner, professional, organisatie } = text.perspectives
  const standings = standingsIn(all.standings, standard).filter((one) => withFictional || !one.fictional)
  return {
    ...toNorm(all, standard),
    perspectieven: {
      inwoner: side(inwoner),
      professional: side(professional),
      organisatie: side(organisatie),
    },
    invulling: text.howTo,
    maatstaven: text.measures,
    aansluiting: text.connects.map(({ vocabulary, term, note }) => ({
      begrippenlijst: vocabulary,
      begrip: term,
      toelichting: note,
    })),
    competenties: all.competences
      .filter(({ slug }) => text.competences.includes(slug))
      .map((one) => competencePointer(all.base, one)),
    gesprek: {
      opening: text.conversation.opening,
      vragen: text.conversation.questions,
      afsluiting: text.conversation.closing,
    },
    inwoners: {
      titel: text.resident.title,
      verwachten: text.resident.expect,
      vragen: text.resident.ask,
      gaatHetAnders: text.resident.ifNot,
    },
    overgangen: crossingsOf(all, standard),
    uitspraken: standings.map((one) => ({
      zin: one.plain,
      uitspraak: 'gedragen',
      mensen: one.people,
      groepen: one.groups,
      datum: dutchDay(one.closedAt),
      voorbeeld: one.fictional,
      minderOvertuigd: one.doubting.map(({ group, words }) => ({ groep: group, woorden: words })),
      redenenVanMinderheid: one.reasons.map(({ group, text: words }) => ({ groep: group, woorden: words })),
      _links: { pagina: { href: all.base + one.href } },
    })),
    vastgelegdOp: standard.printedAt?.toISOString() ?? null,
    licentie: LICENCE,
  }
}

function crossingsOf(all: Published, standard: Standard): NormDetail['overgangen'] {
  const pointers = (edition: string, slugs: string[]) =>
    all.standards
      .filter((one) => one.edition === edition && slugs.includes(one.slug))
      .map((one) => normPointer(all, one))
  return all.crosswalks.flatMap(({ from, to, text }) =>
    text.rows
      .filter(
        (row) =>
          (from === standard.edition && row.from.includes(standard.slug)) ||
          (to === standard.edition && row.to.includes(standard.slug)),
      )
      .map((row) => ({
        soort: row.type,
        van: pointers(from, row.from),
        naar: pointers(to, row.to),
        toelichting: row.note,
      })),
  )
}

/** An edition in the words of the API, short. */
export function toKader({ base }: Published, edition: Edition): Kader {
  const { text, framework } = edition
  return {
    id: edition.id,
    item: `${base}/id/${edition.id}`,
    titel: text.title,
    lijst: framework.slug,
    soort: framework.text.word,
    jaar: text.year,
    versie: text.version,
    status: statusWord(edition),
    gepubliceerdOp: text.publishedOn,
    bereik: framework.text.scope,
    gemaaktMet: framework.text.madeWith,
    themas: text.themes,
    bronnen: framework.text.source.map((source) => ({
      tekst: source.text,
      ...(source.url ? { url: source.url } : {}),
    })),
    verantwoording: text.ours,
    verplichtKader: false,
    voorbeeld: framework.fictional,
    _links: {
      ...selfOf(base, `/normenkaders/${edition.id}`, framework.fictional),
      pagina: { href: base + edition.url },
      pdf: { href: `${base}${edition.url}/pdf` },
    },
  }
}

/** An edition in the words of the API, whole. */
export function toKaderDetail(all: Published, edition: Edition): KaderDetail {
  const successor = all.editions.find(({ id }) => id === edition.successor)
  const { text } = edition
  return {
    ...toKader(all, edition),
    voorwoord: text.foreword,
    leeswijzer: text.readingGuide,
    zoWel: text.useIt,
    zoNiet: text.notLikeThis,
    normen: all.standards
      .filter((standard) => standard.edition === edition.id)
      .map((standard) => normPointer(all, standard)),
    vervangt: replacedBy(all.editions, edition.id).map((one) => kaderPointer(all.base, one)),
    vervangenDoor: successor ? kaderPointer(all.base, successor) : null,
    licentie: LICENCE,
  }
}

export function toCompetentie(all: Published, competence: Competence): Competentie {
  const current = new Set(all.editions.filter(({ status }) => status === 'current').map(({ id }) => id))
  const list = all.competenceFrameworks.find(({ id }) => id === competence.framework)
  return {
    id: competence.id,
    item: `${all.base}/id/${competence.id}`,
    code: competence.text.code,
    naam: competence.text.name,
    kern: competence.text.plainLine,
    lijst: list?.slug ?? '',
    normen: all.standards
      .filter(({ edition, text }) => current.has(edition) && text.competences.includes(competence.slug))
      .map((standard) => normPointer(all, standard)),
    _links: selfOf(all.base, `/competenties/${competence.id}`),
  }
}

/** What a question names that is nowhere: an empty list would say that there is nothing, while it is a typing error. */
export function unknownIn(all: Published, { thema, versie, voorbeelden }: NormenQuery) {
  const open = all.standards.filter((one) => voorbeelden === 'ja' || !editionOf(all, one).framework.fictional)
  const themes = new Set(open.flatMap(({ text }) => text.themes))
  const keys = new Set(open.map((one) => keyOf(editionOf(all, one))))
  return [
    ...unknownFault('versie', [versie ?? []].flat(), [...keys].sort()),
    ...unknownFault('thema', [thema ?? []].flat(), [...themes].sort()),
  ]
}

/**
 * The norms that were asked for, in their order, or best first when words were typed: `matches` are then the items these
 * were found in.
 */
export function chosenNorms(all: Published, query: NormenQuery, matches: string[] | null): Standard[] {
  const { geldt, status, versie, over, voor, thema, lens, voorbeelden } = query
  const rank = matches && new Map(matches.map((item, place) => [item, place]))
  const chosen = all.standards.filter((standard) => {
    const { text } = standard
    const edition = editionOf(all, standard)
    return (
      (status ? statusWord(edition) === status : geldt === 'alles' || edition.status !== 'replaced') &&
      (versie === undefined || keyOf(edition) === versie) &&
      (over === undefined || text.subject === over) &&
      (voor === undefined || text.audience.includes(voor)) &&
      (thema === undefined || text.themes.includes(thema)) &&
      (lens === undefined || text.lenses[lens].trim() !== '') &&
      (voorbeelden === 'ja' || !edition.framework.fictional) &&
      (rank === null || rank.has(standard.item))
    )
  })
  return rank === null ? chosen : chosen.sort((a, b) => (rank.get(a.item) ?? 0) - (rank.get(b.item) ?? 0))
}
