import { capital } from '../foundation/capital.ts'
import { Band, Heading, Lead, LinkButton, Notice, Small } from '../foundation/ui/index.ts'
import { NAMELESS, type NamedGroup } from './named.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'
import type { Round, Sentence } from './round.ts'
import { answerWords } from './score.ts'

type Place = Pick<Olympiad, 'slug'>

/** Who chose what about one sentence, for whoever takes part. */
export const namedUrl = (olympiad: Place, round: Pick<Round, 'number'>, about: string): string =>
  `${olympiadUrl(olympiad)}/rondes/${round.number}/wie/${about}`

/** The same of a whole round, as a file. */
export const namedFileUrl = (olympiad: Place, round: Pick<Round, 'number'>): string =>
  `${olympiadUrl(olympiad)}/rondes/${round.number}/wie.csv`

/** Said wherever names may stand: to whom they are shown, and that this was known beforehand. */
export function OpenNotice({ olympiad, round, inside }: { olympiad: Place; round: Round; inside: boolean }) {
  if (!inside)
    return (
      <p>
        In deze Olympiade is de stemming open: wie meedoet, ziet met de eigen link ook wie wat koos. Anderen zien alleen
        wat elke groep vond.
      </p>
    )
  return (
    <Notice tone="info" title="Je doet mee, dus je ziet ook wie wat koos">
      <p>
        Zo is het vooraf afgesproken. Wat je leest, is voor wie meedoet: geef het niet door zonder het te vragen. Alles
        van deze ronde bij elkaar: <a href={namedFileUrl(olympiad, round)}>wie wat koos, als CSV</a>.
      </p>
    </Notice>
  )
}

interface NamedView {
  olympiad: Olympiad
  round: Round
  sentence: Sentence
  groups: NamedGroup[]
}

/** Who chose what about one sentence, group by group. */
export function NamedPage({ olympiad, round, sentence, groups }: NamedView) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Wie koos wat?</Heading>
        <Lead>{sentence.plain}</Lead>
        <p>
          Ronde {round.number}. Dit zien alleen mensen die meedoen aan deze open Olympiade. De namen zijn zoals mensen
          ze zelf opgaven.
        </p>
      </Band>
      {groups.map(({ role, answers }) => (
        <Band>
          <Heading level={2}>{capital(role.plural)}</Heading>
          <ul class="named">
            {answers.map(({ name, answer }) => (
              <li>
                {name === null ? <em>{NAMELESS}</em> : name}: <strong>{answerWords(answer)}</strong>
              </li>
            ))}
          </ul>
        </Band>
      ))}
      <Band tone="boter">
        <Small>
          Wil je niet meer met je naam in deze lijst? Dan kun je{' '}
          <a href={`${olympiadUrl(olympiad)}/meedoen/stoppen`}>stoppen</a>. Je antwoord blijft geteld, je naam gaat weg.
          Vier weken na de laatste ronde gaan alle namen vanzelf weg.
        </Small>
        <p>
          <LinkButton kind="secondary" href={`${olympiadUrl(olympiad)}/rondes/${round.number}`}>
            Terug naar ronde {String(round.number)}
          </LinkButton>
        </p>
      </Band>
    </>
  )
}
