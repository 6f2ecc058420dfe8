import { type Item, itemLink, originLink, revisionLink } from './item.ts'
import type { Revision } from './revision.ts'
import type { Utterance } from './utterance.ts'

/** A revision for machines. Words of persons stand in it only as long as they were not withdrawn. */
export function revisionJson(item: Item, revision: Revision, voice: Utterance | undefined, baseUrl: string) {
  const { number, title, summary, text, note, dated, publishedAt, fictional, body, fingerprint } = revision
  return {
    item: `${baseUrl}${itemLink(item.id)}`,
    vasteLink: `${baseUrl}${revisionLink(item.id, number)}`,
    pagina: `${baseUrl}${item.url}`,
    herkomst: `${baseUrl}${originLink(item.id)}`,
    soort: item.kind,
    woord: item.word,
    ...(fictional ? { voorbeeld: true } : {}),
    versie: number,
    nieuwsteVersie: item.latest,
    stand: number === item.latest ? 'geldt' : 'vervangen',
    datum: publishedAt.toISOString(),
    ...(dated ? { gedateerd: dated } : {}),
    ...(voice?.withdrawn ? { ingetrokken: true } : { titel: title, samenvatting: summary, tekst: voice?.text ?? text }),
    ...(note ? { toelichting: note } : {}),
    inhoud: body,
    vingerafdruk: fingerprint,
  }
}
