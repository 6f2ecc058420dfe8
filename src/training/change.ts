import {
  type CourseText,
  formWords,
  languageWords,
  levelWords,
  loadWords,
  priceWords,
  professionWords,
  registerCalled,
} from './course.ts'

/** One thing that was changed in a course or material, in the words of its form. */
export interface Change {
  field: string
  from: string
  to: string
}

/** What a change row holds: who, when and what. */
export interface ChangeRow {
  id: string
  changedAt: Date
  changedBy: string | null
  changes: Change[]
}

const yesNo = (yes: boolean): string => (yes ? 'ja' : 'nee')
const number = new Intl.NumberFormat('nl-NL')

/** What a course says, field by field, in the words of the form; also what two versions are laid side by side with. */
export function courseInWords(text: CourseText): Record<string, string> {
  return {
    Titel: text.title,
    'Wat kun je daarna': text.outcome,
    'Over de training': text.about,
    'Eigen code': text.code,
    Vorm: formWords[text.form],
    Studielast: loadWords(text.minutes),
    Taal: languageWords[text.language],
    Niveau: levelWords[text.level],
    Beroepsgroepen: text.professions.map((one) => professionWords[one]).join(', '),
    'Voor studenten': yesNo(text.forStudents),
    'Bij een team op het werk': yesNo(text.inCompany),
    'Begin wanneer je wilt': yesNo(text.anyTime),
    Prijs: priceWords(text.priceCents),
    Aanmelden: text.enrolUrl,
    Punten: text.accreditations
      .map((one) =>
        [
          registerCalled(one),
          one.number,
          `${number.format(one.points)} punten`,
          one.validUntil && `tot en met ${one.validUntil}`,
        ]
          .filter(Boolean)
          .join(', '),
      )
      .join('; '),
  }
}

/** What differs between two versions of a course. */
export const changesBetween = (before: CourseText, after: CourseText): Change[] =>
  wordsChanged(courseInWords(before), courseInWords(after))

/** The same, of anything in the words of its form. */
export function wordsChanged(from: Record<string, string>, to: Record<string, string>): Change[] {
  return Object.keys(to).flatMap((field) =>
    from[field] === to[field] ? [] : [{ field, from: from[field] ?? '', to: to[field] ?? '' }],
  )
}
