import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Badge,
  Band,
  Button,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Prose,
  TextArea,
} from '../foundation/ui/index.ts'
import { Changes } from './changes.part.tsx'
import type { Competence } from './competence.store.ts'
import type { Draft } from './draft.store.ts'
import type { Edition } from './edition.store.ts'
import { lacksOnlyConsultation, obstacles } from './edition.ts'

export interface PublicationView {
  draft: Draft
  /** The edition the draft came from: its words stand beside the new ones. */
  old: Edition | undefined
  competences: Competence[]
  isSecond: boolean
  errors: FieldError[]
  typed: Typed
  action: string
}

/** The last step of a draft: what changes, what still has to be done, and the button for a second editor. */
export function Publication({ draft, old, competences, isSecond, errors, typed, action }: PublicationView) {
  const { edition, state } = draft
  if (edition.publishedAt) return null
  const open = obstacles(state)
  const waivable = lacksOnlyConsultation(state)
  return (
    <Band tone="wad" labelledby="publiceren">
      <Heading level={2} id="publiceren">
        Publiceren
      </Heading>
      {state.changed ? <Changes draft={draft} old={old} competences={competences} /> : null}
      {open.length > 0 ? (
        <>
          <p>Dit moet nog:</p>
          <ul>
            {open.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </>
      ) : null}
      {isSecond ? null : <p>Jij schreef aan dit concept. Een andere redacteur publiceert het.</p>}
      {isSecond && (open.length === 0 || waivable) ? (
        <>
          <Prose>
            <p>
              De versie die nu geldt, wordt dan vervangen en blijft leesbaar.{' '}
              <strong>Dit kun je niet terugdraaien.</strong>
            </p>
          </Prose>
          <Form action={action}>
            {waivable ? (
              <TextArea
                label="Waarom kan het zonder consultatie?"
                name="reden"
                rows={2}
                maxlength={600}
                hint="Leg je het concept liever eerst voor, laat dit dan leeg. Wat je hier schrijft, leest iedereen bij de handreiking, zonder je naam."
                value={typed.reden}
                error={errorFor(errors, 'reden')}
              />
            ) : null}
            <Actions>
              <Button>{waivable ? 'Publiceer zonder consultatie' : 'Publiceer deze versie'}</Button>
            </Actions>
          </Form>
        </>
      ) : null}
      <p>
        <Badge>Vier ogen</Badge> Wie het concept begon of er het laatst iets aan veranderde, publiceert het niet zelf.
      </p>
    </Band>
  )
}
