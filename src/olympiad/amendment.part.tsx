import { inDutch } from '../foundation/clock.ts'
import {
  Badge,
  Button,
  Choices,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Notice,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { type Amendment, amendmentWord, isForOlder } from './amendment.ts'
import { Beside, type Names, type Typed, whoWords } from './group.part.tsx'
import { groupUrl, type WorkingGroup } from './group.ts'
import type { Statement, StatementText, StatementWords } from './statement.ts'

interface Props {
  group: WorkingGroup
  statement: Statement
  amendment: Amendment
  /** The words it was written for. */
  before: StatementText | undefined
  names: Names
  errors: FieldError[]
  typed: Typed
}

/** An amendment beside the words that stand; one for an older version is shown beside those too. */
export function AmendmentPart({ group, statement, amendment, before, names, errors, typed }: Props) {
  const { text, ending } = statement
  const { id, reason, by, at, decision } = amendment
  const short = id.slice(0, 8)
  const older = before !== undefined && isForOlder(amendment, text)
  const beside = decision ? before : text
  return (
    <section class="amendment stack" id={`wijziging-${short}`} aria-labelledby={`kop-${short}`}>
      <Heading level={3} id={`kop-${short}`}>
        {amendment.plain}{' '}
        <Badge tone={decision?.outcome === 'accepted' ? 'ok' : 'plain'}>{amendmentWord(decision)}</Badge>
      </Heading>
      <p>
        <strong>Waarom:</strong> {reason}
      </p>
      <Small>
        Voorgesteld door {whoWords(names, by)}, {inDutch(at)}
      </Small>
      {older && !decision ? (
        <>
          <Notice tone="warning" title={`Geschreven bij versie ${amendment.version}`}>
            <p>De zin is intussen veranderd. Je ziet het voorstel naast de zin van nu, en naast die van toen.</p>
          </Notice>
          <ThreeLines before={text} after={amendment} titles={[`Nu, versie ${text.version}`, 'Voorstel']} />
          <ThreeLines before={before} after={amendment} titles={[`Toen, versie ${before.version}`, 'Voorstel']} />
        </>
      ) : beside ? (
        <ThreeLines
          before={beside}
          after={amendment}
          titles={[decision ? 'Zo stond het er toen' : 'Zo staat het er nu', 'Voorstel']}
        />
      ) : null}
      {decision ? (
        <p>
          <strong>
            Besluit, {inDutch(decision.at)}: {amendmentWord(decision)}.
          </strong>{' '}
          {decision.reason}
        </p>
      ) : ending === null ? (
        <Form
          action={groupUrl(group, `zinnen/${statement.id}/wijzigingen/${id}/besluit`)}
          label={`Besluit over: ${amendment.plain}`}
        >
          <input type="hidden" name="versie" value={String(text.version)} />
          <Choices
            type="radio"
            legend="Neemt de werkgroep dit over?"
            name="besluit"
            {...(errors.length > 0 ? {} : { id: `besluit-${short}` })}
            options={[
              { value: 'accepted', label: 'Ja, dit wordt de nieuwe zin' },
              { value: 'rejected', label: 'Nee, de zin blijft zoals hij is' },
            ]}
            value={typed.besluit}
            error={errorFor(errors, 'besluit')}
          />
          <TextArea
            label="Waarom?"
            name="reden"
            {...(errors.length > 0 ? {} : { id: `reden-${short}` })}
            rows={2}
            maxlength={1000}
            value={typed.reden}
            error={errorFor(errors, 'reden')}
          />
          <Button kind="secondary">Leg dit besluit vast</Button>
        </Form>
      ) : null}
    </section>
  )
}

type Lines = Pick<StatementWords, 'plain' | 'example' | 'professional'>

/** The three parts of a statement beside those of another. */
export function ThreeLines({ before, after, titles }: { before: Lines; after: Lines; titles: [string, string] }) {
  return (
    <>
      <Beside label="De zin" before={before.plain} after={after.plain} titles={titles} />
      <Beside label="Voorbeeld" before={before.example} after={after.example} titles={titles} />
      <Beside label="In vaktaal" before={before.professional} after={after.professional} titles={titles} />
    </>
  )
}
