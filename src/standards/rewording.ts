import { audienceLabel, LENSES, lensLabel, type StandardText, subjectLabel, VOICES, voiceLabel } from './standard.ts'

/** One part of a standard whose words differ between two texts: the lines that went and the lines that came. */
export interface Rewording {
  label: string
  gone: string[]
  come: string[]
}

/** Every part of a standard as a reader knows it, line by line, in the order of its page. */
function parts(text: StandardText, competenceName: (slug: string) => string): [label: string, lines: string[]][] {
  const { perspectives, lenses, conversation, resident } = text
  return [
    ['Naam', [text.name]],
    ['In één zin', [text.plainLine]],
    ['Thema’s', text.themes],
    ['Gaat over', [subjectLabel[text.subject]]],
    ['Voor wie', text.audience.map((one) => audienceLabel[one])],
    ...VOICES.map((voice): [string, string[]] => [
      voiceLabel[voice],
      [perspectives[voice].line, ...perspectives[voice].points],
    ]),
    ...LENSES.map((lens): [string, string[]] => [lensLabel[lens], [lenses[lens]]]),
    ['Zo vul je het in', text.howTo],
    ['Zo merk je dat het lukt', text.measures],
    ['Waar dit op aansluit', text.connects.map(({ note }) => note)],
    ['Wat je ervoor moet kunnen', text.competences.map(competenceName)],
    ['Gesprekskaart', [conversation.opening, ...conversation.questions, conversation.closing]],
    ['Geschreven voor inwoners', [resident.title, ...resident.expect, ...resident.ask, resident.ifNot]],
  ]
}

/** The lines of one list that the other does not have, each counted as often as it stands there. */
function without(lines: string[], others: string[]): string[] {
  const left = [...others]
  return lines.filter((line) => {
    const place = left.indexOf(line)
    if (place >= 0) left.splice(place, 1)
    return place < 0 && line !== ''
  })
}

/** What a reader finds differently worded in a newer text. That lines changed places is no other wording. */
export function rewordings(
  older: StandardText,
  newer: StandardText,
  competenceName: (slug: string) => string,
): Rewording[] {
  const before = new Map(parts(older, competenceName))
  return parts(newer, competenceName).flatMap(([label, lines]) => {
    const was = before.get(label) ?? []
    const [gone, come] = [without(was, lines), without(lines, was)]
    return gone.length + come.length > 0 ? [{ label, gone, come }] : []
  })
}
