import type { Config } from '../foundation/config.ts'
import type { Db } from '../foundation/db/index.ts'
import { findPerson, knownPersonKey, type Takeout } from '../people/index.ts'
import { askedLines, loadedEdition } from './instrument.store.ts'
import type { Answer, Wish } from './instrument.ts'
import { ownSheets, secretOfOwn } from './own-sheet.store.ts'
import { reminderDay } from './reminder.store.ts'
import { readSheet } from './sheet.store.ts'

/** The words of the edition that was asked; a figure where this house no longer has that edition. */
function answerWord(edition: string, answer: Answer): string {
  const words = loadedEdition(edition)?.words
  if (answer === 0) return words?.notApplicable ?? '0'
  return words?.scale.find((one) => one.value === answer)?.label ?? String(answer)
}

function wishWord(edition: string, wish: Wish): string {
  return loadedEdition(edition)?.words.wish.options.find((one) => one.value === wish)?.label ?? wish
}

/** What has just expired and still lies here is theirs as well. */
const ANY_TIME = new Date(0)

/** Someone's own sheets, opened with their own key: the only export in which answers stand. */
export async function takeOutSheets(db: Db, config: Config, person: string): Promise<Takeout[]> {
  const key = await knownPersonKey(db, config, person)
  const asked = await askedLines(db)
  const answers: Takeout['rows'] = []
  const wishes: Takeout['rows'] = []
  for (const { number } of key ? await ownSheets(db, person) : []) {
    const secret = key && (await secretOfOwn(db, { person, key }, number, ANY_TIME))
    const open = secret && (await readSheet(db, secret, ANY_TIME))
    if (!open) continue
    const { round, earlier } = open.sheet
    for (const part of [earlier, round]) {
      if (part === null) continue
      const lines = asked.get(part.edition) ?? {}
      const time = part === round ? 'laatste keer' : (earlier?.month ?? '')
      for (const [slug, answer] of Object.entries(part.answers))
        answers.push({
          reflectie: number,
          wanneer: time,
          versie: part.edition,
          zin: lines[slug]?.text ?? slug,
          antwoord: answerWord(part.edition, answer),
        })
    }
    for (const [standard, wish] of Object.entries(round.wishes))
      wishes.push({ reflectie: number, kenmerk: standard, 'beter worden': wishWord(round.edition, wish) })
    if (round.pick !== null)
      wishes.push({
        reflectie: number,
        kenmerk: 'gekozen stap',
        'beter worden': asked.get(round.edition)?.[round.pick]?.text ?? round.pick,
      })
  }
  const email = (await findPerson(db, person))?.email
  const day = email ? await reminderDay(db, config, email) : undefined
  return [
    { name: 'reflectie-antwoorden', title: 'Je antwoorden in de reflectie', rows: answers },
    { name: 'reflectie-wensen', title: 'Waar je beter in wilt worden, en je stap', rows: wishes },
    {
      name: 'reflectie-herinnering',
      title: 'De dag waarop we je mailen over je afspraak met jezelf',
      rows: day === undefined ? [] : [{ dag: day }],
    },
  ]
}
