import { itemLink, originLink, revisionLink } from './item.ts'
import { linkVerb } from './link.ts'
import type { Direction, Origin, OriginStop } from './origin.ts'

/** An origin for machines. Fictional things carry `voorbeeld: true`; withdrawn words are not given. */
export function originJson(origin: Origin, baseUrl: string) {
  const { item, start, at, upstream, downstream } = origin
  return {
    item: `${baseUrl}${itemLink(item.id)}`,
    pagina: `${baseUrl}${originLink(item.id)}`,
    soort: item.kind,
    woord: item.word,
    ...(item.fictional ? { voorbeeld: true } : {}),
    op: at.toISOString(),
    versie: start && {
      nummer: start.number,
      vasteLink: `${baseUrl}${revisionLink(item.id, start.number)}`,
      datum: start.date.toISOString(),
      ...(start.dated ? { gedateerd: start.dated } : {}),
      ...(start.withdrawn ? { ingetrokken: true } : { titel: start.title, samenvatting: start.summary }),
      ...(start.note ? { toelichting: start.note } : {}),
    },
    waarKomtDitVandaan: directionJson(upstream, baseUrl),
    watIsHieropGebouwd: directionJson(downstream, baseUrl),
  }
}

function directionJson({ stops, total, more }: Direction, baseUrl: string) {
  return {
    totaal: total,
    ...(more ? { meerDanGeteld: true } : {}),
    getoond: stops.length,
    haltes: stops.map((stop) => stopJson(stop, baseUrl)),
  }
}

function stopJson(stop: OriginStop, baseUrl: string) {
  const { id, kind, word, url, fictional, number, latest, depth, title, summary, note, date, dated, withdrawn, via } =
    stop
  return {
    item: `${baseUrl}${itemLink(id)}`,
    vasteLink: `${baseUrl}${revisionLink(id, number)}`,
    pagina: `${baseUrl}${url}`,
    soort: kind,
    woord: word,
    ...(fictional ? { voorbeeld: true } : {}),
    versie: number,
    nieuwsteVersie: latest,
    datum: date.toISOString(),
    ...(dated ? { gedateerd: dated } : {}),
    ...(withdrawn ? { ingetrokken: true } : { titel: title, samenvatting: summary }),
    ...(note ? { toelichting: note } : {}),
    afstand: depth,
    via: { item: `${baseUrl}${itemLink(via.item)}`, relatie: via.kind, woorden: linkVerb(via.kind) },
  }
}
