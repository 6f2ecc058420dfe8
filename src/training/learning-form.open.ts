import type { OpenTable } from '../foundation/open-table.ts'
import type { FindWords } from './facet.words.ts'
import { readFindWords } from './finding.store.ts'
import { liveLearningForms } from './learning-form.store.ts'
import { type LearningForm, learningFormUrl } from './learning-form.ts'
import { strengthWords } from './teaching.ts'

/** Ways to learn without a provider as a table that anyone may take along. They are ours, and none is made up. */
export const learningFormTable: OpenTable = {
  slug: 'leervormen',
  columns: [
    { name: 'id', title: 'Nummer' },
    { name: 'item', title: 'Blijvend adres', datatype: 'anyURI' },
    { name: 'adres', title: 'Pagina', datatype: 'anyURI' },
    { name: 'titel', title: 'Titel' },
    { name: 'kern', title: 'In één zin' },
    { name: 'kosten', title: 'Kosten' },
    { name: 'duur', title: 'Duur' },
    { name: 'waar', title: 'Waar' },
    { name: 'mensen', title: 'Met wie' },
    { name: 'kenmerken', title: 'Oefent met deze kenmerken', many: true },
    { name: 'sterkte', title: 'Hoe sterk, in dezelfde volgorde', many: true },
    { name: 'stappen', title: 'Zo pak je het aan', many: true },
    { name: 'vragen', title: 'Vragen om te stellen', many: true },
    { name: 'letop', title: 'Let op' },
    { name: 'gewijzigd', title: 'Gewijzigd', datatype: 'dateTime' },
    { name: 'voorbeeld', title: 'Verzonnen voorbeeld', datatype: 'boolean' },
  ],
  async *batches({ db, baseUrl }) {
    const words = await readFindWords(db)
    yield (await liveLearningForms(db)).map((one) => rowOf(one, words, baseUrl))
  },
  extent: async ({ db }) => {
    const forms = await liveLearningForms(db)
    const moments = forms.map(({ updatedAt }) => updatedAt.getTime())
    return { rows: forms.length, changedAt: moments.length > 0 ? new Date(Math.max(...moments)) : null }
  },
}

function rowOf(one: LearningForm, { standards }: FindWords, baseUrl: string) {
  const known = one.practises.filter(({ standard }) => standards.has(standard))
  return {
    id: one.id,
    item: one.item && `${baseUrl}/id/${one.item}`,
    adres: baseUrl + learningFormUrl(one),
    titel: one.title,
    kern: one.line,
    kosten: one.cost,
    duur: one.time,
    waar: one.where,
    mensen: one.people,
    kenmerken: known.map(({ standard }) => standards.get(standard)?.title ?? ''),
    sterkte: known.map(({ strength }) => strengthWords[strength]),
    stappen: one.steps,
    vragen: one.questions,
    letop: one.beware,
    gewijzigd: one.updatedAt,
    voorbeeld: false,
  }
}
