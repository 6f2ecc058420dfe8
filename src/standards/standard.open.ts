import type { FeedEntry } from '../foundation/atom.ts'
import type { OpenCell, OpenTable } from '../foundation/open-table.ts'
import type { Edition } from './edition.store.ts'
import { printedIn } from './published.store.ts'
import { placeUrl } from './shelf.ts'
import type { Standard } from './standard.store.ts'

/** Standards as a table that anyone may take along: of every published edition, the ones that were replaced too. */
export const standardTable: OpenTable = {
  slug: 'kenmerken',
  columns: [
    { name: 'item', title: 'Blijvend adres', datatype: 'anyURI' },
    { name: 'tekst', title: 'Volgnummer van deze tekst', datatype: 'integer' },
    { name: 'code', title: 'Code' },
    { name: 'naam', title: 'Naam' },
    { name: 'soort', title: 'Soort' },
    { name: 'kern', title: 'In één zin' },
    { name: 'over', title: 'Gaat over' },
    { name: 'voor', title: 'Voor wie', many: true },
    { name: 'themas', title: 'Thema’s', many: true },
    { name: 'klantgerichtheid', title: 'Klantgerichtheid' },
    { name: 'effectiviteit', title: 'Effectiviteit' },
    { name: 'doelmatigheid', title: 'Doelmatigheid' },
    { name: 'duurzaamheid', title: 'Duurzaamheid' },
    { name: 'lijst', title: 'Lijst' },
    { name: 'handreiking', title: 'Handreiking' },
    { name: 'jaar', title: 'Jaar', datatype: 'integer' },
    { name: 'status', title: 'Geldt het nu?' },
    { name: 'adres', title: 'Pagina', datatype: 'anyURI' },
    { name: 'gewijzigd', title: 'Gewijzigd', datatype: 'dateTime' },
    { name: 'voorbeeld', title: 'Verzonnen voorbeeld', datatype: 'boolean' },
  ],
  async *batches({ db, baseUrl, now, fictional }) {
    const all = await printedIn(db, now)
    yield all.pairs
      .filter(({ edition }) => fictional || !edition.framework.fictional)
      .map(({ standard, edition }) => rowOf(standard, edition, baseUrl + placeUrl(all, edition, standard)))
  },
  async extent({ db, now, fictional }) {
    const { pairs } = await printedIn(db, now)
    const wanted = pairs.filter(({ edition }) => fictional || !edition.framework.fictional)
    const moments = wanted.flatMap(({ standard }) => standard.printedAt?.getTime() ?? [])
    return { rows: wanted.length, changedAt: moments.length === 0 ? null : new Date(Math.max(...moments)) }
  },
}

function rowOf(standard: Standard, edition: Edition, address: string): Record<string, OpenCell> {
  const { text } = standard
  return {
    item: new URL(`/id/${standard.item}`, address).href,
    tekst: standard.number,
    code: text.code,
    naam: text.name,
    soort: edition.framework.text.word,
    kern: text.plainLine,
    over: text.subject,
    voor: text.audience,
    themas: text.themes,
    ...text.lenses,
    lijst: edition.framework.slug,
    handreiking: edition.text.title,
    jaar: edition.text.year,
    status: edition.status === 'current' ? 'geldig' : 'vervangen',
    adres: address,
    gewijzigd: standard.printedAt,
    voorbeeld: edition.framework.fictional,
  }
}

/** Standards and the handreikingen they stand in, as news: what was printed last comes first. */
export function newsOf(
  all: Awaited<ReturnType<typeof printedIn>>,
  asked: { theme: string | undefined; fictional: boolean },
): FeedEntry[] {
  const wanted = (edition: Edition, themes: string[]) =>
    (asked.fictional || !edition.framework.fictional) && (asked.theme === undefined || themes.includes(asked.theme))
  const standards = all.pairs
    .filter(({ standard, edition }) => wanted(edition, standard.text.themes))
    .flatMap(({ standard, edition }) =>
      standard.printedAt === null
        ? []
        : [
            {
              id: standard.item,
              title: standard.text.name,
              path: placeUrl(all, edition, standard),
              line: `${standard.text.plainLine} Geen verplicht kader.`,
              author: 'Verankerd',
              updatedAt: standard.printedAt,
              categories: [edition.framework.text.word, ...standard.text.themes],
              fictional: edition.framework.fictional,
            },
          ],
    )
  const editions = all.editions
    .filter((edition) => wanted(edition, edition.text.themes))
    .flatMap((edition) =>
      edition.printedAt === null || edition.publishedAt === null
        ? []
        : [
            {
              id: edition.id,
              title: `${edition.text.title} (${edition.text.year})`,
              path: edition.url,
              line: `Een handreiking met ${all.standards.filter((one) => one.edition === edition.id).length} ${edition.framework.text.plural}. Geen verplicht kader.`,
              author: 'Verankerd',
              updatedAt: edition.printedAt,
              publishedAt: edition.publishedAt,
              categories: ['handreiking', ...edition.text.themes],
              fictional: edition.framework.fictional,
            },
          ],
    )
  return [...editions, ...standards].sort((one, other) => other.updatedAt.getTime() - one.updatedAt.getTime())
}
