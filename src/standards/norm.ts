import { pageLinks } from '../foundation/http/index.ts'
import type { Published } from './case.ts'
import type { Competence } from './competence.store.ts'
import type { Edition } from './edition.store.ts'
import type { Competentie, Kader, KaderDetail, Norm, NormDetail, NormenQuery } from './norm.form.ts'
import { placeUrl } from './shelf.ts'
import type { Standard } from './standard.store.ts'
import { standingsIn } from './standing.ts'

const statusWord = ({ status }: Edition): Norm['status'] => (status === 'replaced' ? 'vervangen' : 'geldig')

const api = (base: string, path: string) => `${base}/api/v1${path}`
const self = (href: string) => ({ self: { href } })
const normPointer = (base: string, { id, text }: Standard) => ({
  id,
  naam: text.name,
  _links: self(api(base, `/normen/${id}`)),
})
const kaderPointer = (base: string, { id, text }: Edition) => ({
  id,
  naam: text.title,
  _links: self(api(base, `/normenkaders/${id}`)),
})
const competencePointer = (base: string, { id, text }: Competence) => ({
  id,
  naam: text.name,
  _links: self(api(base, `/competenties/${id}`)),
})

function editionOf(all: Published, standard: Standard): Edition {
  const edition = all.editions.find(({ id }) => id === standard.edition)
  if (!edition) throw new Error(`Standard ${standard.id} stands in no published edition`)
  return edition
}

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
      ...self(api(base, `/normen/${standard.id}`)),
      pagina: { href: base + placeUrl(all, edition, standard) },
    },
  }
}

const side = ({ line, points }: { line: string; points: string[] }) => ({
  kern: line,
  punten: points,
})

/** A standard in the words of the API, whole. */
export function toNormDetail(all: Published, standard: Standard): NormDetail {
  const { text } = standard
  const { inwoner, professional, organisatie } = text.perspectives
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
    uitspraken: standingsIn(all.standings, standard).map((one) => ({
      zin: one.plain,
      uitspraak: 'gedragen',
      mensen: one.people,
      groepen: one.groups,
      datum: one.closedAt.toISOString(),
      voorbeeld: one.fictional,
      minderOvertuigd: one.doubting.map(({ group, words }) => ({ groep: group, woorden: words })),
      redenenVanMinderheid: one.reasons.map(({ group, text: words }) => ({ groep: group, woorden: words })),
      _links: { pagina: { href: all.base + one.href } },
    })),
    vastgelegdOp: standard.printedAt?.toISOString() ?? null,
  }
}

function crossingsOf(all: Published, standard: Standard): NormDetail['overgangen'] {
  const pointers = (edition: string, slugs: string[]) =>
    all.standards
      .filter((one) => one.edition === edition && slugs.includes(one.slug))
      .map((one) => normPointer(all.base, one))
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
      ...self(api(base, `/normenkaders/${edition.id}`)),
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
      .map((standard) => normPointer(all.base, standard)),
    vervangenDoor: successor ? kaderPointer(all.base, successor) : null,
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
      .map((standard) => normPointer(all.base, standard)),
  }
}

/** The norms that were asked for: what holds now unless told otherwise. */
export function chosenNorms(norms: Norm[], kaders: Kader[], query: NormenQuery): Norm[] {
  const { status = 'geldig', kader, over, voor, thema, lens } = query
  const lists = new Map(kaders.map((one) => [one.id, one.lijst]))
  return norms.filter(
    (norm) =>
      (status === 'alles' || norm.status === status) &&
      (!kader || lists.get(norm.kader.id) === kader) &&
      (!over || norm.over === over) &&
      (!voor || norm.voor.includes(voor)) &&
      (!thema || norm.themas.includes(thema)) &&
      (!lens || norm.lenzen[lens] !== ''),
  )
}

/** One page of a list, with the way to the others. */
export function paged<Part>(
  parts: Part[],
  { page, pageSize }: { page: number; pageSize: number },
  url: URL,
): { parts: Part[]; link: string } {
  return {
    parts: parts.slice((page - 1) * pageSize, page * pageSize),
    link: pageLinks(url, { page, pageSize, total: parts.length }),
  }
}
