import type { OpenTable } from '../foundation/open-table.ts'
import { itemId } from '../thread/index.ts'
import type { LearningForm } from './content.form.ts'
import type { FindWords } from './facet.words.ts'
import { readFindWords } from './finding.store.ts'
import { learningFormUrl } from './learning-form.page.tsx'

/** Ways to learn without a provider as a table that anyone may take along. They are files of ours, and none is made up. */
export const learningFormTable = (forms: readonly LearningForm[]): OpenTable => ({
  slug: 'leervormen',
  columns: [
    { name: 'adres', title: 'Pagina', datatype: 'anyURI' },
    { name: 'titel', title: 'Titel' },
    { name: 'kern', title: 'In één zin' },
    { name: 'kosten', title: 'Kosten' },
    { name: 'duur', title: 'Duur' },
    { name: 'waar', title: 'Waar' },
    { name: 'mensen', title: 'Met wie' },
    { name: 'kenmerken', title: 'Past bij deze kenmerken', many: true },
    { name: 'stappen', title: 'Zo pak je het aan', many: true },
    { name: 'vragen', title: 'Vragen om te stellen', many: true },
    { name: 'letop', title: 'Let op' },
    { name: 'voorbeeld', title: 'Verzonnen voorbeeld', datatype: 'boolean' },
  ],
  async *batches({ db, baseUrl }) {
    const words = await readFindWords(db)
    yield forms.map((one) => rowOf(one, words, baseUrl))
  },
  extent: async () => ({ rows: forms.length, changedAt: null }),
})

const rowOf = (one: LearningForm, { standards }: FindWords, baseUrl: string) => ({
  adres: baseUrl + learningFormUrl(one),
  titel: one.title,
  kern: one.line,
  kosten: one.cost,
  duur: one.time,
  waar: one.where,
  mensen: one.people,
  kenmerken: one.standards.flatMap((slug) => standards.get(itemId('standard', slug))?.title ?? []),
  stappen: one.steps,
  vragen: one.questions,
  letop: one.beware,
  voorbeeld: false,
})
