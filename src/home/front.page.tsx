import type { Child } from 'hono/jsx'
import {
  Band,
  Example,
  Heading,
  type KnotItem,
  KnotList,
  Lead,
  LinkButton,
  Rows,
  SceneBand,
  Small,
} from '../foundation/ui/index.ts'
import type { Story } from './reading.ts'

/** A task a visitor may come with; only tasks that lead somewhere today are shown. */
export interface Task {
  label: string
  href: string
}

/** The home page: the question first, then plain tasks, the five kenmerken, one story. */
export function FrontPage(props: {
  tasks: Task[]
  standards: KnotItem[]
  story: Story | undefined
  notBinding: Child
}) {
  return (
    <>
      <SceneBand scene="tafel">
        <Heading level={1}>Wat gaat goed in je werk? En wat kan beter?</Heading>
        <Lead>
          Kijk met 25 korte zinnen naar je eigen werk. Je ziet wat stevig staat en wat je deze week kunt proberen.
        </Lead>
        <p>
          <LinkButton href="/reflectie">Begin de reflectie</LinkButton>
        </p>
        <Small>Ongeveer tien minuten. Geen account. Geen cijfer. Alleen jij ziet je antwoorden.</Small>
      </SceneBand>
      <Band labelledby="taken">
        <Heading level={2} id="taken">
          Wat kom je doen?
        </Heading>
        <Rows columns items={props.tasks.map((task) => ({ href: task.href, title: task.label }))} />
      </Band>
      <Band tone="boter" labelledby="kenmerken">
        <Heading level={2} id="kenmerken">
          Vijf kenmerken van goed werk
        </Heading>
        <KnotList items={props.standards} />
        {props.notBinding}
      </Band>
      {props.story ? <StoryBand story={props.story} /> : null}
    </>
  )
}

/** One practice told as a story: its line runs from the practice through a conversation to the kenmerk it led to. */
function StoryBand({ story }: { story: Story }) {
  return (
    <Band labelledby="verhaal">
      <p>
        <Example />
      </p>
      <Heading level={2} id="verhaal">
        {story.title}
      </Heading>
      {story.intro ? <Lead>{story.intro}</Lead> : null}
      <ol class="stops">
        {story.stops.map((stop) => (
          <li class="stops__stop">
            <p class="stops__word">{stop.word}</p>
            {stop.title ? <Heading level={3}>{stop.title}</Heading> : null}
            <p>{stop.text}</p>
            {stop.href ? (
              <p>
                <a href={stop.href}>Lees verder</a>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </Band>
  )
}
