import { Band, Example, Heading, Lead, LinkButton } from '../foundation/ui/index.ts'
import type { Standing } from '../olympiad/index.ts'
import type { Edition } from './edition.store.ts'
import { KnotOf } from './knot-of.part.tsx'
import { NotBinding } from './not-binding.part.tsx'
import type { Standard } from './standard.store.ts'
import { contestedIn } from './standing.ts'

/** The gesprekskaart: one standard as a conversation, to print and put on the table. */
export function ConversationPage(props: {
  standard: Standard
  edition: Edition
  url: string
  pdf: string
  standings: Standing[]
}) {
  const { standard, edition, url, pdf, standings } = props
  const { text } = standard
  return (
    <Band narrow>
      <article class="talk stack stack--wide">
        <div class="standard-head">
          <div class="stack">
            <p class="eyebrow">Gesprekskaart · {edition.text.title}</p>
            <Heading level={1}>{text.name}</Heading>
          </div>
          <KnotOf knot={text.knot} code={text.code} status={edition.status} size={120} />
        </div>
        <Lead>{text.plainLine}</Lead>
        {edition.framework.fictional ? <Example /> : null}
        <p>{text.conversation.opening}</p>
        <ol class="talk__questions">
          {text.conversation.questions.map((question) => (
            <li class="talk__question">{question}</li>
          ))}
        </ol>
        <Otherwise standings={standings} />
        <p class="talk__closing">{text.conversation.closing}</p>
        <NotBinding />
      </article>
      <p class="no-print">
        <LinkButton href={pdf}>Als PDF om te printen</LinkButton>
      </p>
      <p class="no-print">
        <a href={url}>Terug naar ‘{text.name.toLowerCase()}’</a>
      </p>
    </Band>
  )
}

/** Not everyone thought so: a question to begin with. */
function Otherwise({ standings }: { standings: Standing[] }) {
  const contested = contestedIn(standings)
  if (contested.length === 0) return null
  return (
    <section class="stack stack--tight" aria-labelledby="anders">
      <Heading level={2} id="anders">
        Niet iedereen denkt er zo over
      </Heading>
      {contested.map(({ plain, otherwise }) => (
        <>
          <p>
            <strong>{plain}</strong>
          </p>
          {otherwise.map((line) => (
            <p>{line}</p>
          ))}
        </>
      ))}
    </section>
  )
}
