import { inDutchWithTime } from '../foundation/clock.ts'
import { Actions, Band, Example, Facts, Heading, Lead, LinkButton, Notice, RopeSteps } from '../foundation/ui/index.ts'
import { BackToNomination } from './nomination.page.tsx'
import { type Nomination, nominationUrl } from './nomination.ts'
import { STATUS_STEPS, type Standing } from './status.ts'

interface StatusProps {
  nomination: Nomination
  standing: Standing
  /** What an adviser asked, while it waits for an answer. */
  question: string
}

/** What happens next, who has it, and when to expect word. */
export function StatusPage({ nomination, standing, question }: StatusProps) {
  const { id, sections, submissions, call } = nomination
  const last = submissions.at(-1)
  const facts = [
    ...(standing.who ? [{ term: 'Wie heeft het nu?', value: standing.who }] : []),
    ...(standing.when ? [{ term: 'Wanneer hoor je iets?', value: standing.when }] : []),
    ...(last
      ? [
          {
            term: 'Verstuurd',
            value: (
              <>
                {inDutchWithTime(last.submittedAt)}, nummer {last.receipt}.{' '}
                <a href={nominationUrl(id, 'ontvangst')}>Ontvangstbewijs</a>
              </>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">{sections.name.body.title || 'Aanmelding'}</p>
        <Heading level={1}>{standing.title}</Heading>
        {nomination.fictional ? <Example /> : null}
        {standing.step > 0 ? (
          <RopeSteps steps={STATUS_STEPS.length} current={standing.step} labels={[...STATUS_STEPS]} />
        ) : null}
        <Lead>{standing.next}</Lead>
        {question ? (
          <Notice tone="warning" title="De adviseur vraagt">
            <p class="intake-words">{question}</p>
          </Notice>
        ) : null}
        {standing.action ? (
          <Actions>
            <LinkButton href={standing.action.href}>{standing.action.label}</LinkButton>
          </Actions>
        ) : null}
      </Band>
      <Band>
        <Facts items={facts} />
        <p>Vragen? {call.contact}</p>
        <p>Zijn de mensen of het mailadres veranderd? Laat het weten, dan passen we het aan.</p>
        <BackToNomination id={id} />
      </Band>
    </>
  )
}
