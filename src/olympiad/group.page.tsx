import { inDutch } from '../foundation/clock.ts'
import {
  Badge,
  Band,
  Button,
  Example,
  Form,
  Heading,
  Lead,
  LinkButton,
  Rows,
  SceneBand,
  Small,
} from '../foundation/ui/index.ts'
import type { StudyPractice } from '../practices/index.ts'
import { originLink } from '../thread/index.ts'
import { type Factor, factorAnchor } from './factor.ts'
import { GroupRooms } from './group.part.tsx'
import { groupUrl, type WorkingGroup } from './group.ts'
import { type Statement, statementAnchor } from './statement.ts'

/** A group on the list, with what came of it so far. */
export interface GroupRow {
  group: WorkingGroup
  themes: string[]
  practices: string[]
  statements: number
}

/** Every working group, newest year first. */
export function GroupsPage({ rows, own, isEditor }: { rows: GroupRow[]; own: WorkingGroup[]; isEditor: boolean }) {
  const years = [...new Set(rows.map(({ group }) => group.year))]
  return (
    <>
      <SceneBand scene="tafel">
        <Heading level={1}>Werkgroepen</Heading>
        <Lead>Elk jaar lezen mensen samen praktijken. Ze zeggen wat die laat werken, en maken er zinnen van.</Lead>
      </SceneBand>
      {own.length > 0 ? (
        <Band tone="boter" labelledby="van-jou">
          <Heading level={2} id="van-jou">
            Jij doet mee
          </Heading>
          <Rows
            items={own.map((group) => ({ href: groupUrl(group, 'lezen'), title: group.title, text: `${group.year}` }))}
          />
        </Band>
      ) : null}
      {rows.length === 0 ? (
        <Band>
          <p>Er is nog geen werkgroep.</p>
        </Band>
      ) : null}
      {years.map((year) => (
        <Band labelledby={`jaar-${year}`}>
          <Heading level={2} id={`jaar-${year}`}>
            {year}
          </Heading>
          <Rows
            items={rows
              .filter(({ group }) => group.year === year)
              .map(({ group, themes, practices, statements }) => ({
                href: groupUrl(group),
                title: group.title,
                text: rowWords(themes, practices, statements),
                ...(group.fictional ? { badge: <Example /> } : {}),
              }))}
          />
        </Band>
      ))}
      {isEditor ? (
        <Band tone="wad">
          <LinkButton href="/werkgroepen/nieuw" kind="secondary">
            Begin een werkgroep
          </LinkButton>
        </Band>
      ) : null}
    </>
  )
}

const inRow = new Intl.ListFormat('nl', { type: 'conjunction' })

function rowWords(themes: string[], practices: string[], statements: number): string {
  const about = themes.length > 0 ? `Over ${inRow.format(themes.map((theme) => `‘${theme}’`))}. ` : ''
  const read = practices.length > 0 ? `Las ${inRow.format(practices)}. ` : ''
  const came = statements === 0 ? 'Er zijn nog geen zinnen.' : statements === 1 ? 'Eén zin.' : `${statements} zinnen.`
  return `${about}${read}${came}`
}

interface GroupView {
  group: WorkingGroup
  themes: { name: string; explanation: string }[]
  practices: StudyPractice[]
  factors: Factor[]
  statements: Statement[]
  /** What a statement went up in: its plain line, by the id of what ended. */
  onward: ReadonlyMap<string, Statement[]>
  works: boolean
  isMember: boolean
  isEditor: boolean
  left: boolean
}

/** What everyone reads of a group: its task, what it read, and what it put on the thread. */
export function GroupPage(view: GroupView) {
  const { group, practices, statements, factors, themes, works, isMember, isEditor } = view
  const standing = statements.filter(({ ending }) => ending === null)
  const ended = statements.filter(({ ending }) => ending !== null)
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">
          Werkgroep van {group.year} {group.fictional ? <Example /> : null}
        </p>
        <Heading level={1}>{group.title}</Heading>
        <Lead>{group.task}</Lead>
        {view.left ? <p>Je bent geen lid meer. Wat je deed, blijft van de werkgroep.</p> : null}
        {works ? <GroupRooms group={group} isEditor={isEditor} /> : null}
        {themes.length > 0 ? (
          <ul class="plain-list">
            {themes.map(({ name, explanation }) => (
              <li>
                <strong>{name}</strong>: {explanation}
              </li>
            ))}
          </ul>
        ) : null}
      </Band>
      <Band labelledby="zinnen">
        <Heading level={2} id="zinnen">
          De zinnen
        </Heading>
        {standing.length === 0 ? (
          <p>Er zijn nog geen zinnen.</p>
        ) : (
          <>
            <p>Over deze zinnen kan een Olympiade stemmen. Geen verplicht kader. Wel een goed begin van een gesprek.</p>
            <ol class="sentences">
              {standing.map((one) => (
                <StatementRow statement={one} />
              ))}
            </ol>
          </>
        )}
        {ended.length > 0 ? <EndedRows ended={ended} onward={view.onward} /> : null}
      </Band>
      {factors.length > 0 ? <FactorsBand factors={factors} /> : null}
      <Band labelledby="gelezen">
        <Heading level={2} id="gelezen">
          Wat de werkgroep las
        </Heading>
        {practices.length === 0 ? (
          <p>Er zijn nog geen praktijken gekozen.</p>
        ) : (
          <Rows
            items={practices.map(({ slug, title, line, fictional }) => ({
              href: `/praktijken/${slug}`,
              title,
              text: line,
              ...(fictional ? { badge: <Example /> } : {}),
            }))}
          />
        )}
        {isMember ? (
          <Form action={groupUrl(group, 'vertrek')} label="Stop met deze werkgroep">
            <Button kind="subtle">Ik stop met deze werkgroep</Button>
          </Form>
        ) : null}
      </Band>
    </>
  )
}

function StatementRow({ statement }: { statement: Statement }) {
  const { text, item } = statement
  return (
    <li class="sentence" id={statementAnchor(statement)}>
      <p class="sentence__plain">{text.plain}</p>
      <p>
        <strong>Bijvoorbeeld:</strong> {text.example}
      </p>
      <details class="disclosure">
        <summary class="disclosure__summary">In vaktaal</summary>
        <p class="disclosure__text">{text.professional}</p>
      </details>
      {item ? (
        <Small>
          <a href={originLink(item)}>
            Waar komt dit vandaan?<span class="hidden"> {text.plain}</span>
          </a>
        </Small>
      ) : null}
    </li>
  )
}

/** What ended after it was public: still there to be read, with what it went up in. */
function EndedRows({ ended, onward }: Pick<GroupView, 'onward'> & { ended: Statement[] }) {
  return (
    <>
      <Heading level={3}>Wat er eerder stond</Heading>
      <ul class="sentences">
        {ended.map((one) => (
          <li class="sentence sentence--ended" id={statementAnchor(one)}>
            <p>
              {one.text.plain}{' '}
              <Badge tone="old">{one.ending?.kind === 'dropped' ? 'losgelaten' : 'anders verder'}</Badge>
            </p>
            <p>{one.ending?.reason}</p>
            {(onward.get(one.id) ?? []).map((next) => (
              <Small>
                Dit werd: <a href={`#${statementAnchor(next)}`}>{next.text.plain}</a>
              </Small>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function FactorsBand({ factors }: { factors: Factor[] }) {
  return (
    <Band tone="boter" labelledby="factoren">
      <Heading level={2} id="factoren">
        Wat deze praktijken laat werken
      </Heading>
      <ul class="sentences">
        {factors.map((one) => (
          <li class="sentence" id={factorAnchor(one)}>
            <p>
              <strong>{one.name}</strong>
              {one.ending ? <> ({one.ending.kind === 'split' ? 'gesplitst' : 'samengevoegd'})</> : null}
            </p>
            <p>{one.explanation}</p>
            {one.item ? (
              <Small>
                <a href={originLink(one.item)}>
                  Waar komt dit vandaan?<span class="hidden"> {one.name}</span>
                </a>
                , {inDutch(one.at)}
              </Small>
            ) : null}
          </li>
        ))}
      </ul>
    </Band>
  )
}
