import { followUrl } from '../foundation/calendar.ts'
import { askingExamples } from '../foundation/http/index.ts'
import { Band, CodeBlock, Disclosure, Heading, Small } from '../foundation/ui/index.ts'
import type { CourseRow } from './agenda.ts'
import type { FindWords } from './facet.words.ts'
import { feedUrl } from './feed.ts'
import { type Finding, findUrl } from './finding.ts'

export interface FollowView {
  finding: Finding
  words: FindWords
  /** The courses on this page. */
  shown: readonly CourseRow[]
  baseUrl: string
}

/** The same list to be told of, and its dates in one's own agenda. What is made up is there only when it is asked for. */
export function FollowBand({ finding, words, shown, baseUrl }: FollowView) {
  const examples = shown.some(({ course }) => course.fictional)
  const asked = (url: string) => (examples ? askingExamples(url) : url)
  const agenda = asked(findUrl({ ...finding, page: 1, order: undefined }, words, '/agenda.ics'))
  return (
    <Band tone="boter" labelledby="bijblijven">
      <Heading level={2} id="bijblijven">
        Blijf op de hoogte
      </Heading>
      <p>
        <a href={followUrl(baseUrl + agenda)}>Abonneer je agenda op deze data</a>. Wat erbij komt of verandert, staat er
        dan vanzelf in.
      </p>
      <Disclosure summary="Gebeurt er niets als je daarop klikt?">
        <p>
          Kopieer dan dit adres. Kies in je agenda voor een agenda toevoegen met een webadres (dat heet vaak “abonneren”
          of “via URL”), en plak het daar.
        </p>
        <CodeBlock label="Adres van deze agenda" text={baseUrl + agenda} />
      </Disclosure>
      <p>
        Liever één keer? <a href={agenda}>Download deze data als bestand</a>. Dat bestand verandert niet mee.
      </p>
      <p>
        <a href={asked(feedUrl(finding, words))}>Volg nieuwe trainingen in je nieuwslezer</a>
      </p>
      <Small>
        Alles in één keer, of voor wie bouwt: kijk bij de <a href="/open-data">open data</a>.
      </Small>
    </Band>
  )
}
