import { inDutch } from '../foundation/clock.ts'
import {
  Actions,
  Badge,
  Band,
  Button,
  Disclosure,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  LinkButton,
  Notice,
  OriginRope,
  Select,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { originLink } from '../thread/index.ts'
import { AmendmentPart } from './amendment.part.tsx'
import type { Amendment } from './amendment.ts'
import type { Comment } from './comment.ts'
import { endingWord, type Factor } from './factor.ts'
import { Comments, type Names, RoomTop, type Typed } from './group.part.tsx'
import { groupUrl, type WorkingGroup } from './group.ts'
import type { OriginStep } from './origin.store.ts'
import type { Statement, StatementText } from './statement.ts'

export const statementUrl = (group: WorkingGroup, { id }: Pick<Statement, 'id'>, place = ''): string =>
  groupUrl(group, `zinnen/${id}${place === '' ? '' : `/${place}`}`)

interface StatementsProps {
  group: WorkingGroup
  statements: Statement[]
  waiting: ReadonlyMap<string, number>
  isEditor: boolean
}

/** Every statement of the group, those that stand first. */
export function StatementsPage({ group, statements, waiting, isEditor }: StatementsProps) {
  const standing = statements.filter(({ ending }) => ending === null)
  const ended = statements.filter(({ ending }) => ending !== null)
  return (
    <>
      <Band tone="wad">
        <RoomTop group={group} here="zinnen" title="Zinnen" isEditor={isEditor} />
        <p>
          Een zin zegt één ding, in hoogstens twintig gewone woorden. Erbij staat een voorbeeld, en hetzelfde in
          vaktaal.
        </p>
        <p>
          <LinkButton href={groupUrl(group, 'zinnen/nieuw')} kind="secondary">
            Schrijf een zin
          </LinkButton>
        </p>
      </Band>
      <Band>
        {standing.length === 0 ? <p>Er zijn nog geen zinnen.</p> : null}
        <ol class="sentences">
          {standing.map((one) => (
            <li class="sentence">
              <p>
                <a href={statementUrl(group, one)}>{one.text.plain}</a>{' '}
                <Badge tone={one.item ? 'ok' : 'plain'}>
                  {one.item ? 'klaar voor een Olympiade' : 'nog van de werkgroep'}
                </Badge>
              </p>
              {waiting.has(one.id) ? (
                <Small>
                  {waiting.get(one.id) === 1 ? 'Eén wijziging wacht' : `${waiting.get(one.id)} wijzigingen wachten`} op
                  een besluit.
                </Small>
              ) : null}
            </li>
          ))}
        </ol>
        {ended.length > 0 ? (
          <Disclosure summary={`Samengevoegd, gesplitst of losgelaten (${ended.length})`}>
            <ul>
              {ended.map((one) => (
                <li>
                  <a href={statementUrl(group, one)}>{one.text.plain}</a>: {one.ending ? endingWord(one.ending) : ''}
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </Band>
    </>
  )
}

/** Which form of the page came back. */
export type StatementFormName = 'einde' | 'opmerkingen' | `besluit ${string}`

export interface StatementView {
  group: WorkingGroup
  statement: Statement
  texts: StatementText[]
  factors: Factor[]
  lineage: OriginStep[]
  onward: Statement[]
  others: Statement[]
  amendments: Amendment[]
  comments: Comment[]
  hints: string[]
  names: Names
  /** The version people vote on now. */
  inVote: number | undefined
  back: { form: StatementFormName; errors: FieldError[]; typed: Typed } | undefined
  isEditor: boolean
}

/** One statement: its words, where they come from, and what can be done with them. */
export function StatementPage(view: StatementView) {
  const { group, statement, onward, back, isEditor, comments, names, amendments, texts } = view
  const of = (form: StatementFormName) => (back?.form === form ? back : { errors: [], typed: {} })
  return (
    <>
      <Band tone="wad">
        <RoomTop group={group} here="zinnen" title={statement.text.plain} isEditor={isEditor} />
        <ErrorSummary errors={back?.errors ?? []} />
        {statement.ending ? (
          <Notice tone="info" title={`Deze zin is ${endingWord(statement.ending)}`}>
            <p>{statement.ending.reason}</p>
            {onward.map((next) => (
              <p>
                Dit werd: <a href={statementUrl(group, next)}>{next.text.plain}</a>
              </p>
            ))}
          </Notice>
        ) : null}
        <p>
          <strong>Bijvoorbeeld:</strong> {statement.text.example}
        </p>
        <p>
          <strong>In vaktaal:</strong> {statement.text.professional}
        </p>
        <Small>
          Versie {statement.text.version}, {inDutch(statement.text.at)}. Waarom: {statement.text.reason}
        </Small>
        <Thread {...view} />
      </Band>
      <Lineage {...view} />
      {statement.ending ? null : <Onward view={view} {...of('einde')} />}
      {amendments.length > 0 ? (
        <Band tone="boter" labelledby="wijzigingen">
          <Heading level={2} id="wijzigingen">
            Voorgestelde wijzigingen
          </Heading>
          {amendments.map((one) => (
            <AmendmentPart
              group={group}
              statement={statement}
              amendment={one}
              before={texts.find(({ version }) => version === one.version)}
              names={names}
              {...of(`besluit ${one.id}`)}
            />
          ))}
        </Band>
      ) : null}
      <Band>
        <Comments
          action={statementUrl(group, statement, 'opmerkingen')}
          comments={comments}
          names={names}
          {...of('opmerkingen')}
        />
      </Band>
    </>
  )
}

/** Whether everyone can read it, and the button that makes it so. */
function Thread({ group, statement, inVote }: StatementView) {
  if (inVote !== undefined)
    return (
      <Notice tone="info" title={`Over versie ${inVote} wordt nu gestemd`}>
        <p>
          Die woorden veranderen niet meer. Schrijf je iets anders, dan wordt dat een nieuwe versie voor een volgende
          ronde.
        </p>
      </Notice>
    )
  if (statement.item)
    return (
      <p>
        Iedereen kan deze zin lezen. <a href={originLink(statement.item)}>Zo staat hij op de rode draad</a>.
      </p>
    )
  if (statement.ending) return null
  return (
    <Form action={statementUrl(group, statement, 'draad')} label="Maak openbaar">
      <Button>Maak deze zin openbaar</Button>
      <Small>
        Iedereen kan hem dan lezen, met de succesfactor waar hij op rust. Een Olympiade kan erover stemmen. Terug kan
        niet; elke verandering komt erbij als nieuwe versie.
      </Small>
    </Form>
  )
}

function Lineage({ group, statement, factors, lineage, texts, names }: StatementView) {
  const earlier = texts.filter(({ version }) => version < statement.text.version)
  const hrefOf = (to: OriginStep['to']): string | undefined => {
    if (to === null) return undefined
    if ('factor' in to) return groupUrl(group, `succesfactoren/${to.factor}`)
    return 'statement' in to ? groupUrl(group, `zinnen/${to.statement}`) : to.href
  }
  const stops = lineage.map(({ word, at, text, reason, to }) => {
    const href = hrefOf(to)
    const words = (
      <>
        {href ? <a href={href}>{text}</a> : text}
        {reason ? <span class="stop__summary">{reason}</span> : null}
      </>
    )
    return { word, date: inDutch(at), text: words, ...(text === null ? { withdrawn: true } : {}) }
  })
  return (
    <Band labelledby="vandaan">
      <Heading level={2} id="vandaan">
        Waar komt dit vandaan?
      </Heading>
      {factors.length > 0 ? <p>Rust op: {factors.map(({ name }) => `‘${name}’`).join(', ')}.</p> : null}
      {stops.length > 0 ? <OriginRope stops={stops} /> : <p>Er zijn geen stappen bekend.</p>}
      {earlier.length > 0 ? (
        <Disclosure summary={earlier.length === 1 ? 'Zo stond het er eerder' : `De ${earlier.length} eerdere versies`}>
          <ol reversed class="versions">
            {texts.map(({ version, plain, reason, at }) => (
              <li class="versions__row">
                <strong>
                  Versie {version}, {inDutch(at)}
                </strong>
                <p>{plain}</p>
                <Small>{reason}</Small>
              </li>
            ))}
          </ol>
        </Disclosure>
      ) : null}
      {names.size === 0 ? null : <Small>Namen staan alleen in deze werkkamer.</Small>}
    </Band>
  )
}

function Onward({ view, errors, typed }: { view: StatementView; errors: FieldError[]; typed: Typed }) {
  const { group, statement, others, hints, inVote } = view
  return (
    <Band labelledby="verder">
      <Heading level={2} id="verder">
        Verder met deze zin
      </Heading>
      {hints.length > 0 ? (
        <Disclosure summary="Even meelezen" open>
          <ul>
            {hints.map((hint) => (
              <li>{hint}</li>
            ))}
          </ul>
          <Small>Jij beslist wat je ermee doet.</Small>
        </Disclosure>
      ) : null}
      <Actions>
        <LinkButton href={statementUrl(group, statement, 'wijziging')} kind="secondary">
          Stel een wijziging voor
        </LinkButton>
        <LinkButton href={statementUrl(group, statement, 'tekst')} kind="subtle">
          Zeg het anders
        </LinkButton>
        {inVote === undefined ? (
          <LinkButton href={statementUrl(group, statement, 'splitsing')} kind="subtle">
            Maak er twee van
          </LinkButton>
        ) : null}
      </Actions>
      {inVote === undefined && others.length > 0 ? (
        <Form
          action={statementUrl(group, statement, 'samenvoeging')}
          method="get"
          label="Voeg samen met een andere zin"
        >
          <Select
            label="Voeg samen met"
            name="met"
            options={others.map(({ id, text }) => ({ value: id, label: text.plain }))}
            value={undefined}
          />
          <Button kind="subtle">Schrijf één zin van deze twee</Button>
        </Form>
      ) : null}
      {inVote === undefined ? (
        <Disclosure summary="Laat los" open={errors.length > 0}>
          <Form action={statementUrl(group, statement, 'einde')} label="Laat deze zin los">
            <TextArea
              label="Waarom?"
              name="reden"
              hint="De zin blijft te lezen, met deze reden. Er wordt niet meer over gestemd."
              rows={2}
              maxlength={1000}
              value={typed.reden}
              error={errorFor(errors, 'reden')}
            />
            <Button kind="danger">Laat los</Button>
          </Form>
        </Disclosure>
      ) : null}
    </Band>
  )
}
