import { Actions, Band, Heading, Knot, Lead, LinkButton, Prose, Rows } from '../foundation/ui/index.ts'
import { isMarked, type Marked, PracticeMarks } from '../practices/index.ts'
import type { Instrument } from './instrument.ts'
import type { Choice } from './outcome.ts'
import { KNOTS } from './result.page.tsx'

/** A link that another floor hands in. It carries the kenmerk and nothing else. */
export interface SlotLink extends Marked {
  href: string
  title: string
  text?: string
  /** Why this one, in words. */
  reason?: string
}

export interface CardProps {
  instrument: Instrument
  choice: Choice
  /** "Zo doen anderen het". */
  others: SlotLink[]
  /** "Leer verder". */
  learn: SlotLink[]
  /** Where this line comes from. */
  origin: string
}

const ORIGINS = {
  line: 'Van deze zin terug naar het kenmerk en de bron',
  topic: 'Van dit kenmerk terug naar de bron',
}

/** One thing to try this week, and what it rests on. */
export function CardPage({ choice, others, learn, origin }: CardProps) {
  const { topic } = choice
  return (
    <>
      <Band tone="wad">
        <div class="step-card">
          <div class="step-card__words">
            <p class="eyebrow">Jouw stap · {topic.title}</p>
            <Heading level={1}>
              {choice.kind === 'line' ? choice.text : `Verder met ${topic.title.toLowerCase()}`}
            </Heading>
          </div>
          <Knot name={KNOTS[topic.standard] ?? 'paalsteek'} size={160} />
        </div>
      </Band>
      <Band narrow>
        <Heading level={2}>Probeer deze week</Heading>
        <Lead>{choice.tryThisWeek}</Lead>
        <Heading level={2}>Vraag aan een collega</Heading>
        <Lead>‘{choice.askColleague}’</Lead>
        <Actions>
          <LinkButton href="/reflectie/stap.ics">Zet in mijn agenda</LinkButton>
          <LinkButton href="/reflectie/bewaren" kind="secondary">
            Bewaar met code
          </LinkButton>
          <LinkButton href="/reflectie/stap.pdf" kind="secondary">
            Print of bewaar deze kaart
          </LinkButton>
        </Actions>
        <p>
          <a href="/reflectie/uitslag">Terug naar je uitslag</a>
        </p>
      </Band>
      <Band tone="boter">
        <Heading level={2}>Het kenmerk hierachter</Heading>
        <Rows
          items={[
            {
              href: `/kenmerken/${topic.standard}`,
              title: topic.title,
              text: 'Wat inwoners, professionals en organisaties hier belangrijk aan vinden',
            },
            { href: origin, title: 'Waar komt dit vandaan?', text: ORIGINS[choice.kind] },
          ]}
        />
        <Prose>
          <p>
            <strong>Geen verplicht kader.</strong> Wel een goed begin van een gesprek.
          </p>
        </Prose>
      </Band>
      <Slot title="Zo doen anderen het" items={others} />
      <Slot title="Leer verder" items={learn} />
    </>
  )
}

function Slot({ title, items }: { title: string; items: SlotLink[] }) {
  if (items.length === 0) return null
  return (
    <Band>
      <Heading level={2}>{title}</Heading>
      <Rows
        items={items.map(({ href, title, text, reason, ...marks }) => ({
          href,
          title,
          ...(isMarked(marks) ? { badge: <PracticeMarks listing={marks} /> } : {}),
          text: reason === undefined ? text : <Reasoned reason={reason} text={text} />,
        }))}
      />
    </Band>
  )
}

const Reasoned = ({ reason, text }: { reason: string; text: string | undefined }) => (
  <>
    {reason}
    <span class="practice-row__facts">{text}</span>
  </>
)
