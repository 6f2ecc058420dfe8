import { inDutch } from '../foundation/clock.ts'
import {
  Band,
  Button,
  Choices,
  Disclosure,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  LinkButton,
  Notice,
  Select,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { originLink } from '../thread/index.ts'
import type { Comment } from './comment.ts'
import { FactorFields, factorUrl, MoveForm, markLabel } from './factor.part.tsx'
import { endingWord, type Factor } from './factor.ts'
import { Comments, MarkWords, type Names, RoomTop, type Typed } from './group.part.tsx'
import { groupUrl, type WorkingGroup } from './group.ts'
import type { MarkRead } from './mark.ts'
import type { Statement } from './statement.ts'

/** Which form of the page came back. */
export type FactorFormName = 'naam' | 'samenvoeging' | 'splitsing' | 'einde' | 'opmerkingen'

export interface FactorView {
  group: WorkingGroup
  factor: Factor
  factors: Factor[]
  marks: MarkRead[]
  statements: Statement[]
  comments: Comment[]
  names: Names
  history: { word: string; reason: string; at: Date }[]
  back: { form: FactorFormName; errors: FieldError[]; typed: Typed } | undefined
  /** What a colleague wrote in the meantime. */
  theirs: Pick<Factor, 'name' | 'explanation'> | undefined
  isEditor: boolean
}

/** One factor: what it rests on, what was made of it, and what can be done with it. */
export function FactorPage(view: FactorView) {
  const { group, factor, factors, marks, statements, comments, names, back, isEditor, history } = view
  const of = (form: FactorFormName) => (back?.form === form ? back : { errors: [], typed: {} })
  const others = factors.filter(({ id, ending }) => id !== factor.id && ending === null)
  return (
    <>
      <Band tone="wad">
        <RoomTop group={group} here="succesfactoren" title={factor.name} isEditor={isEditor} />
        <ErrorSummary errors={back?.errors ?? []} />
        {factor.ending ? (
          <Notice tone="info" title={`Deze succesfactor is ${endingWord(factor.ending)}`}>
            <p>{factor.ending.reason}</p>
          </Notice>
        ) : null}
        <p>{factor.explanation}</p>
        {factor.item ? (
          <p>
            <a href={originLink(factor.item)}>Waar komt dit vandaan?</a>
          </p>
        ) : (
          <Small>Nog niet openbaar. Dat wordt hij samen met de eerste zin die erop rust.</Small>
        )}
        {factor.ending ? null : (
          <p>
            <LinkButton href={`${groupUrl(group, 'zinnen/nieuw')}?factor=${factor.id}`}>Maak er een zin van</LinkButton>
          </p>
        )}
      </Band>
      <Band labelledby="rust-op">
        <Heading level={2} id="rust-op">
          Hier rust het op
        </Heading>
        {marks.length === 0 ? <p>Er staan geen markeringen onder.</p> : null}
        {marks.map((mark) => (
          <div class="loose" id={`markering-${mark.id.slice(0, 8)}`}>
            <MarkWords mark={mark} names={names} />
            {factor.ending ? null : (
              <MoveForm group={group} mark={mark} factors={factors.filter((one) => one.ending === null)} />
            )}
          </div>
        ))}
        {statements.length > 0 ? (
          <>
            <Heading level={3}>Zinnen die hieruit kwamen</Heading>
            <ul>
              {statements.map(({ id, text, ending }) => (
                <li>
                  <a href={groupUrl(group, `zinnen/${id}`)}>{text.plain}</a>
                  {ending ? ` (${endingWord(ending)})` : ''}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {history.length > 0 ? (
          <Disclosure summary="Wat ermee gebeurde">
            <ul>
              {history.map(({ word, reason, at }) => (
                <li>
                  {inDutch(at)}: {word}. {reason}
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </Band>
      {factor.ending ? null : (
        <Band tone="boter" labelledby="anders">
          <Heading level={2} id="anders">
            Zeg het anders
          </Heading>
          <RenameForm view={view} {...of('naam')} />
          {others.length > 0 ? (
            <Disclosure summary="Voeg samen met een andere" open={back?.form === 'samenvoeging'}>
              <MergeForm view={view} others={others} {...of('samenvoeging')} />
            </Disclosure>
          ) : null}
          {marks.length > 1 ? (
            <Disclosure summary="Maak er twee van" open={back?.form === 'splitsing'}>
              <SplitForm view={view} {...of('splitsing')} />
            </Disclosure>
          ) : null}
          {statements.every(({ ending }) => ending !== null) && factor.item === null ? (
            <Disclosure summary="Laat los" open={back?.form === 'einde'}>
              <Form action={factorUrl(group, factor, 'einde')} label="Laat deze succesfactor los">
                <Reason {...of('einde')} id="einde" />
                <Button kind="danger">Laat los</Button>
              </Form>
            </Disclosure>
          ) : null}
        </Band>
      )}
      <Band>
        <Comments
          action={factorUrl(group, factor, 'opmerkingen')}
          comments={comments}
          names={names}
          {...of('opmerkingen')}
        />
      </Band>
    </>
  )
}

type Back = { errors: FieldError[]; typed: Typed }

/** Why: in the form that came back it bears the id an error points at. */
function Reason({ errors, typed, id }: Back & { id: string }) {
  return (
    <TextArea
      label="Waarom?"
      name="reden"
      {...(errors.length > 0 ? {} : { id: `veld-reden-${id}` })}
      hint="Staat dit op de rode draad, dan kan iedereen deze reden lezen."
      rows={2}
      maxlength={1000}
      value={typed.reden}
      error={errorFor(errors, 'reden')}
    />
  )
}

function NameAndWords({
  errors,
  typed,
  id,
  given,
}: Back & { id: string; given?: { name: string; explanation: string } }) {
  const own = (name: string) => (errors.length > 0 ? {} : { id: `veld-${name}-${id}` })
  return (
    <>
      <Field
        label="Naam"
        name="naam"
        {...own('naam')}
        maxlength={120}
        autocomplete="off"
        value={typed.naam ?? given?.name}
        error={errorFor(errors, 'naam')}
      />
      <TextArea
        label="Uitleg"
        name="uitleg"
        {...own('uitleg')}
        rows={3}
        maxlength={1000}
        value={typed.uitleg ?? given?.explanation}
        error={errorFor(errors, 'uitleg')}
      />
    </>
  )
}

function RenameForm({ view, errors, typed }: Back & { view: FactorView }) {
  const { group, factor, theirs } = view
  const seen = theirs ? factor.version : Number(typed.versie) || factor.version
  return (
    <Form action={factorUrl(group, factor, 'naam')} label="Andere naam of uitleg">
      {theirs ? (
        <Notice tone="warning" title="Iemand anders veranderde dit terwijl jij schreef">
          <p>
            Zo staat het er nu: <strong>{theirs.name}</strong>. {theirs.explanation}
          </p>
          <p>Jouw tekst staat hieronder en is nog niet bewaard.</p>
        </Notice>
      ) : null}
      <input type="hidden" name="versie" value={String(seen)} />
      <NameAndWords errors={errors} typed={typed} id="anders" given={factor} />
      <Reason errors={errors} typed={typed} id="anders" />
      <Button kind="secondary">Bewaar</Button>
    </Form>
  )
}

function MergeForm({ view, others, errors, typed }: Back & { view: FactorView; others: Factor[] }) {
  const { group, factor } = view
  return (
    <Form action={factorUrl(group, factor, 'samenvoeging')} label="Samenvoegen">
      <Select
        label="Met welke?"
        name="met"
        options={[
          { value: '', label: 'Kies een succesfactor' },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={typed.met}
        error={errorFor(errors, 'met')}
      />
      <NameAndWords errors={errors} typed={typed} id="samen" />
      <Reason errors={errors} typed={typed} id="samen" />
      <Small>De markeringen en zinnen van allebei komen onder de nieuwe te staan.</Small>
      <Button kind="secondary">Voeg samen</Button>
    </Form>
  )
}

function SplitForm({ view, errors, typed }: Back & { view: FactorView }) {
  const { group, factor, marks } = view
  return (
    <Form action={factorUrl(group, factor, 'splitsing')} label="Splitsen">
      <NameAndWords errors={errors} typed={typed} id="splits" given={factor} />
      <FactorFields errors={errors} typed={typed} second />
      <Choices
        type="checkbox"
        legend="Welke markeringen gaan naar de tweede?"
        name="markering[]"
        id="veld-markering"
        options={marks.map((mark) => ({ value: mark.id, label: markLabel(mark) }))}
        value={typed['markering[]']}
        error={errorFor(errors, 'markering[]')}
      />
      <Reason errors={errors} typed={typed} id="splits" />
      <Button kind="secondary">Maak er twee van</Button>
    </Form>
  )
}
