import type { Pool } from 'pg'
import { dice } from './graph.ts'

const STEMS =
  `zorg wijk buurt gezin mens kracht vraag regie steun hulp werk team plan doel groep jeugd ouder netwerk mantel
welzijn kwaliteit gesprek cliënt inwoner professional vrijwilliger gemeente instelling opvang participatie eenzaamheid
zelfredzaamheid armoede schuld wonen school opvoeding dagbesteding herstel vertrouwen respect bejegening samenwerking
signaal agenda beleid onderzoek ervaring methode training opleiding kennis vaardigheid houding reflectie verbinding
ontmoeting activiteit project praktijk aanpak resultaat evaluatie doorverwijzing ondersteuning begeleiding`.split(/\s+/)
const SMALL = 'de het een en van in voor met op aan die dat is zijn wordt samen ook niet meer naar bij om te'.split(' ')

/** Some 4,500 words: the stems themselves and every compound of two, as Dutch makes them. */
export const WORDS = [...STEMS, ...STEMS.flatMap((first) => STEMS.map((second) => first + second))]

/** A text of so many words; the n-th word is said about n times less often than the first, as in real texts. */
export function sentence(length: number, roll: () => number): string {
  const spread = Math.log(WORDS.length + 1)
  const word = () =>
    roll() < 0.45
      ? (SMALL[Math.floor(roll() * SMALL.length)] ?? '')
      : (WORDS[Math.floor(Math.exp(roll() * spread)) - 1] ?? '')
  return Array.from({ length }, word).join(' ')
}

const KINDS = ['practice', 'quote', 'factor', 'statement', 'standard', 'course', 'page']
const BASE = 2_000_000

/** Puts published items of 40 to 260 words into the search, straight into the tables as the owner. */
export async function layLibrary(owner: Pool, count = 20_000): Promise<void> {
  const roll = dice(7)
  const client = await owner.connect()
  try {
    await client.query('set statement_timeout = 0')
    const all = Array.from({ length: count }, (_, index) => ({
      no: BASE + index,
      kind: KINDS[index % KINDS.length] ?? 'page',
      title: sentence(5, roll),
      text: sentence(40 + Math.floor(roll() * 220), roll),
    }))
    for (let start = 0; start < all.length; start += 2000) {
      const part = all.slice(start, start + 2000)
      await client.query(
        `with laid as (
           insert into thread.item (id, no, kind, word, url, latest, created_at) overriding system value
           select ('cccccccc-0000-4000-8000-' || lpad(x.no::text, 12, '0'))::uuid, x.no, x.kind, x.kind,
             '/bench/' || x.no, 1, '2020-01-01'
           from unnest($1::int[], $2::text[]) as x (no, kind) returning id, no, kind
         )
         insert into thread.search_entry (item, kind, title, text, published_at)
         select laid.id, laid.kind, x.title, x.text, '2020-01-01'::timestamptz + x.no * interval '1 minute'
         from laid join unnest($1::int[], $3::text[], $4::text[]) as x (no, title, text) on x.no = laid.no`,
        [
          part.map((one) => one.no),
          part.map((one) => one.kind),
          part.map((one) => one.title),
          part.map((one) => one.text),
        ],
      )
    }
    await client.query(
      `insert into thread.search_word (word) select house.plain(word) from unnest($1::text[]) as word
       where length(word) >= 4 on conflict do nothing`,
      [[...WORDS, ...SMALL]],
    )
    await client.query(`select pg_notify('content', '')`)
    await client.query('vacuum analyze thread.search_entry, thread.item, thread.search_word')
  } finally {
    client.release(true)
  }
}
