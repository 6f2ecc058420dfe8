import type { Child } from 'hono/jsx'
import {
  Actions,
  Band,
  Button,
  Choices,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  LinkButton,
  Notice,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { ThreeLines } from './amendment.part.tsx'
import type { Factor } from './factor.ts'
import { MarkWords, RoomTop, type Typed } from './group.part.tsx'
import type { WorkingGroup } from './group.ts'
import type { MarkRead } from './mark.ts'
import { MOST_WORDS, type StatementText, type StatementWords } from './statement.ts'

interface EditProps {
  group: WorkingGroup
  title: string
  lead: Child
  action: string
  back: string
  button: string
  errors: FieldError[]
  typed: Typed
  /** The marks the example can come from; without them no example is chosen (an amendment keeps the one there is). */
  marks: MarkRead[] | undefined
  /** Factors to choose from, for a new statement. */
  factors?: Factor[]
  /** Two statements come of it. */
  two?: boolean
  hidden?: Record<string, string>
  /** The texts it comes from, to read beside. */
  beside?: StatementText[]
  /** What a colleague wrote in the meantime, and what was typed against it. */
  theirs?: StatementText | undefined
  isEditor: boolean
}

const second = (name: string, two: boolean): string => (two ? `${name}2` : name)

/** Writing the words of a statement: new, said otherwise, of two or into two. */
export function StatementEditPage(props: EditProps) {
  const { group, title, lead, action, errors, typed, factors, hidden = {}, beside = [], theirs, two = false } = props
  return (
    <>
      <Band tone="wad">
        <RoomTop group={group} here="zinnen" title={title} isEditor={props.isEditor} />
        <p>{lead}</p>
        <ErrorSummary errors={errors} />
        {theirs ? <Conflict theirs={theirs} typed={typed} /> : null}
        {beside.map(({ plain, example, professional }) => (
          <div class="stack stack--tight">
            <p>
              <strong>{plain}</strong>
            </p>
            <p>Bijvoorbeeld: {example}</p>
            <p>In vaktaal: {professional}</p>
          </div>
        ))}
      </Band>
      <Band narrow>
        <Form action={action}>
          {Object.entries(hidden).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {factors ? (
            <Choices
              type="checkbox"
              legend="Uit welke succesfactor komt de zin?"
              name="factor[]"
              id="veld-factor"
              options={factors.map(({ id, name, explanation }) => ({ value: id, label: name, hint: explanation }))}
              value={typed['factor[]']}
              error={errorFor(errors, 'factor[]')}
            />
          ) : null}
          {two ? <Heading level={2}>De eerste</Heading> : null}
          <WordFields {...props} />
          {two ? <Heading level={2}>De tweede</Heading> : null}
          {two ? <WordFields {...props} of2 /> : null}
          <TextArea
            label="Waarom?"
            name="reden"
            hint="Iedereen kan deze reden lezen als de zin openbaar is."
            rows={2}
            maxlength={1000}
            value={typed.reden}
            error={errorFor(errors, 'reden')}
          />
          <Actions>
            <Button>{props.button}</Button>
            <LinkButton href={props.back} kind="subtle">
              Terug
            </LinkButton>
          </Actions>
        </Form>
      </Band>
      {props.marks && props.marks.length > 0 ? (
        <Band tone="boter" labelledby="markeringen">
          <Heading level={2} id="markeringen">
            Hier rust het op
          </Heading>
          {props.marks.map((mark) => (
            <MarkWords mark={mark} />
          ))}
        </Band>
      ) : null}
    </>
  )
}

function WordFields({ errors, typed, marks, of2 = false }: EditProps & { of2?: boolean }) {
  const [plain, example, from, professional] = ['zin', 'voorbeeld', 'bij', 'vaktaal'].map((name) => second(name, of2))
  if (!plain || !example || !from || !professional) return null
  return (
    <>
      <TextArea
        label="De zin"
        name={plain}
        hint={`Hoogstens ${MOST_WORDS} gewone woorden, één gedachte. Wat zie je iemand doen?`}
        rows={2}
        maxlength={400}
        value={typed[plain]}
        error={errorFor(errors, plain)}
      />
      <TextArea
        label="Voorbeeld uit een praktijk"
        name={example}
        hint="In je eigen woorden, in een of twee zinnen."
        rows={3}
        maxlength={600}
        value={typed[example]}
        error={errorFor(errors, example)}
      />
      {marks ? (
        marks.length === 0 ? (
          <Small>Kies eerst een succesfactor met markeringen; daar komt het voorbeeld uit.</Small>
        ) : (
          <Choices
            type="radio"
            legend="Bij welke markering hoort het voorbeeld?"
            name={from}
            options={marks.map(({ id, words, read }) => ({ value: id, label: words, hint: read?.title ?? '' }))}
            value={typed[from]}
            error={errorFor(errors, from)}
          />
        )
      ) : null}
      <TextArea
        label="In vaktaal"
        name={professional}
        hint="Hetzelfde, zoals collega’s het opschrijven."
        rows={3}
        maxlength={1000}
        value={typed[professional]}
        error={errorFor(errors, professional)}
      />
    </>
  )
}

/** Who was second sees both: what stands there now and what they typed. */
function Conflict({ theirs, typed }: { theirs: StatementText; typed: Typed }) {
  const said = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '')
  const own: Pick<StatementWords, 'plain' | 'example' | 'professional'> = {
    plain: said('zin'),
    example: said('voorbeeld'),
    professional: said('vaktaal'),
  }
  return (
    <Notice tone="warning" title="Iemand anders veranderde deze zin terwijl jij schreef">
      <p>Jouw tekst staat hieronder en is nog niet bewaard. Bewaar je nog eens, dan komt die van jou erna.</p>
      <ThreeLines before={theirs} after={own} titles={[`Nu, versie ${theirs.version}`, 'Jouw tekst']} />
    </Notice>
  )
}
