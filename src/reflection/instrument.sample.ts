import { readFileSync } from 'node:fs'
import { instrumentContent, topicsOf } from './instrument.form.ts'
import type { Answer, Instrument, Instruments } from './instrument.ts'

/** The instrument of content/, without a red thread under it: for tests of rules and pages. */
export function sampleInstrument(): Instrument {
  const file = new URL('../../content/instruments/reflectie.json', import.meta.url)
  const content = instrumentContent.parse(JSON.parse(readFileSync(file, 'utf8')))
  const edition = content.editions[0]
  if (!edition) throw new Error('The content has no edition.')
  const pin = {
    item: '00000000-0000-5000-8000-000000000000',
    revision: '00000000-0000-4000-8000-000000000000',
    number: 1,
  }
  return {
    edition: edition.slug,
    publishedOn: edition.publishedOn,
    title: content.title,
    ours: content.ours,
    framework: edition.framework,
    frameworkEdition: edition.edition,
    ...topicsOf(edition),
    pin,
    linePins: new Map(edition.lines.map((line) => [line.slug, pin])),
  }
}

/** The same, on the shelf. */
export function sampleInstruments(): Instruments {
  const current = sampleInstrument()
  return { current, byEdition: new Map([[current.edition, current]]) }
}

/** Answers written as one row of five per kenmerk: a figure, "-" for skipped, "0" for "past niet". */
export function answersFrom(instrument: Instrument, rows: string): Record<string, Answer> {
  const values = [...rows.replaceAll(' ', '')]
  return Object.fromEntries(
    instrument.lines.flatMap((line, at) => {
      const value = Number(values[at] ?? '-')
      return [0, 1, 2, 3, 4, 5].includes(value) ? [[line.slug, value as Answer]] : []
    }),
  )
}
