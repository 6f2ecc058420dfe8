import type { Document } from '../foundation/documents/index.ts'
import type { Standing } from '../olympiad/index.ts'
import type { Competence } from './competence.store.ts'
import { drawingOf } from './drawing.ts'
import type { Edition } from './edition.store.ts'
import { statusLabel, versionWords } from './edition.ts'
import { namesFrom, standardUrl } from './framework.ts'
import type { Standard } from './standard.store.ts'
import { LENSES, lensLabel, VOICES, voiceLabel } from './standard.ts'
import { contestedIn, otherwiseOn, standingsIn } from './standing.ts'
import { termOf, type VocabularyText } from './vocabulary.ts'

const foot = 'Verankerd is niet van Movisie, VWS of een partner'

/** One edition on paper. */
export function handreiking({
  edition,
  standards,
  competences,
  vocabularies,
  standings,
  replaces,
  waived,
  baseUrl,
  now,
}: {
  edition: Edition
  standards: Standard[]
  competences: Competence[]
  vocabularies: VocabularyText[]
  standings: ReadonlyMap<string, Standing>
  replaces: Edition[]
  waived: string | undefined
  baseUrl: string
  now: Date
}): Document {
  const { text, framework } = edition
  // The plain address of a card is that of the newest edition.
  const asked = edition.status === 'current' ? '' : `?versie=${edition.slug}`
  return {
    template: 'standards/documents/handreiking.typ',
    at: edition.printedAt ?? now,
    data: {
      title: text.title,
      description: `${framework.text.title}, ${text.year}. Geen verplicht kader.`,
      foot,
      fictional: framework.fictional,
      framework: framework.text.title,
      word: framework.text.word,
      subtitle: `${standards.length} ${framework.text.plural}, ${versionWords(text)}`,
      mark: edition.status === 'current' ? '' : statusLabel[edition.status],
      ours: text.ours,
      address: edition.number ? `${baseUrl}/id/${edition.id}/${edition.number}` : `${baseUrl}${edition.url}`,
      foreword: text.foreword,
      readingGuide: text.readingGuide,
      useIt: text.useIt,
      notLikeThis: text.notLikeThis,
      standards: standards.map((standard) => ({
        ...chapter(standard, competences, vocabularies),
        standings: standingsIn(standings, standard).map((one) => ({
          plain: one.plain,
          said: one.said,
          mark: one.fictional ? 'Verzonnen voorbeeld.' : '',
          otherwise: otherwiseOn(one),
        })),
        card: `${baseUrl}${standardUrl(framework.text.word, standard.slug)}/gesprekskaart${asked}`,
      })),
      facts: [
        { term: 'Waar het over gaat', value: framework.text.scope },
        { term: 'Waar de namen vandaan komen', value: namesFrom(framework.text) },
        { term: 'Thema’s', value: text.themes.join(', ') },
        {
          term: 'Bron',
          value: framework.text.source.map((source) => source.text).join(' '),
        },
        { term: 'Wiens tekst', value: text.ours },
        ...(replaces.length > 0
          ? [{ term: 'Vervangt', value: replaces.map((one) => `${one.text.title} (${one.text.year})`).join(', ') }]
          : []),
        ...(waived ? [{ term: 'Consultatie', value: waived }] : []),
      ],
    },
  }
}

function chapter(standard: Standard, competences: Competence[], vocabularies: VocabularyText[]) {
  const { text } = standard
  return {
    drawing: drawingOf(standard.text),
    code: text.code,
    name: text.name,
    plainLine: text.plainLine,
    voices: VOICES.map((voice) => ({
      label: voiceLabel[voice],
      ...text.perspectives[voice],
    })),
    lenses: LENSES.map((lens) => ({
      label: lensLabel[lens],
      line: text.lenses[lens],
    })),
    howTo: text.howTo,
    measures: text.measures,
    connects: text.connects.map(({ vocabulary, term, note }) => {
      const found = termOf(vocabularies, vocabulary, term)
      return { label: `${found.title}, ${found.term.name}`, note }
    }),
    competences: text.competences.flatMap((slug) =>
      competences.filter((one) => one.slug === slug).map((one) => one.text.name),
    ),
  }
}

/** One standard as a card for the table. */
export function gesprekskaart({
  standard,
  edition,
  now,
  standings,
}: {
  standard: Standard
  edition: Edition
  now: Date
  standings: Standing[]
}): Document {
  const { text } = standard
  return {
    template: 'standards/documents/gesprekskaart.typ',
    at: standard.printedAt ?? now,
    data: {
      title: `Gesprekskaart: ${text.name}`,
      description: text.plainLine,
      foot,
      fictional: edition.framework.fictional,
      source: `${edition.text.title}, ${edition.text.year}`,
      name: text.name,
      plainLine: text.plainLine,
      drawing: drawingOf(standard.text),
      ...text.conversation,
      contested: contestedIn(standings),
    },
  }
}
