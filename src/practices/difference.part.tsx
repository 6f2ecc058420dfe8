import { inDutchWithTime } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Band,
  Button,
  Choices,
  errorFor,
  type FieldError,
  Form,
  Heading,
  TextArea,
} from '../foundation/ui/index.ts'
import type { Verdict } from './criterion.ts'
import { LONGEST_SENTENCE } from './judgement.form.ts'
import { VerdictBadge, verdictChoices } from './judgement.part.tsx'
import { agreementSentence, type Comparison, type DifferenceNote, differences, type Judgement } from './judgement.ts'

/** Two closed judgements beside each other, with how each side is called on this page. */
export interface Sides {
  /** In the order of the columns. */
  sides: [Side, Side]
  comparisons: Comparison[]
  notes: DifferenceNote[]
  /** Where a note is sent, by criterion; undefined when there is nothing to say any more. */
  noteUrl?: (criterion: string) => string
}

export interface Side {
  assignment: string
  /** "Jij", "De andere meelezer", or a name at the desk. */
  called: string
  judgements: Judgement[]
}

/** What one side found on one criterion, and said about it since. */
function SideWords({ side, criterion, notes }: { side: Side; criterion: string; notes: DifferenceNote[] }) {
  const own = side.judgements.find((judgement) => judgement.criterion === criterion)
  if (!own) return null
  return (
    <div class="side">
      <p class="side__who">
        {side.called} <VerdictBadge verdict={own.verdict} />
      </p>
      <p>{own.sentence}</p>
      {notes
        .filter((note) => note.assignment === side.assignment && note.criterion === criterion)
        .map((note) => (
          <p class="side__note">
            <span class="side__when">{inDutchWithTime(note.notedAt)}:</span> <VerdictBadge verdict={note.verdict} />{' '}
            {note.sentence}
          </p>
        ))}
    </div>
  )
}

/** Both sides of one criterion. */
export const SideBySide = ({ sides, criterion }: { sides: Sides; criterion: string }) => (
  <div class="sides">
    {sides.sides.map((side) => (
      <SideWords side={side} criterion={criterion} notes={sides.notes} />
    ))}
  </div>
)

/** The talk about differences, as a reader sees it: only where they differ. */
export function DifferenceTalk(props: { sides: Sides; errors: FieldError[]; typed: Typed }) {
  const { sides, errors, typed } = props
  const open = differences(sides.comparisons)
  return (
    <Band tone="boter" labelledby="verschillen">
      <Heading level={2} id="verschillen">
        {agreementSentence(sides.comparisons)}
      </Heading>
      {open.length === 0 ? (
        <p>Jullie zeggen overal hetzelfde. Er is niets om over te praten.</p>
      ) : (
        <p>
          {sides.noteUrl
            ? 'Waar jullie verschillen, kun je nog iets zeggen. Je mag van mening veranderen, dat hoeft niet.'
            : 'Over deze aanmelding is besloten. Dit was waar jullie verschilden.'}
        </p>
      )}
      {open.map(({ criterion }) => (
        <section class="criterion" aria-labelledby={`verschil-${criterion.slug}`}>
          <Heading level={3} id={`verschil-${criterion.slug}`}>
            {criterion.position}. {criterion.name}
          </Heading>
          <SideBySide sides={sides} criterion={criterion.id} />
          {sides.noteUrl ? (
            <NoteForm
              action={sides.noteUrl(criterion.slug)}
              slug={criterion.slug}
              standing={verdictOf(sides, criterion.id)}
              errors={typed.criterium === criterion.slug ? errors : []}
              typed={typed.criterium === criterion.slug ? typed : {}}
            />
          ) : null}
        </section>
      ))}
    </Band>
  )
}

function verdictOf({ sides: [own], notes }: Sides, criterion: string): Verdict | undefined {
  const last = notes.filter((note) => note.assignment === own.assignment && note.criterion === criterion).at(-1)
  return last?.verdict ?? own.judgements.find((judgement) => judgement.criterion === criterion)?.verdict
}

function NoteForm(props: {
  action: string
  slug: string
  standing: Verdict | undefined
  errors: FieldError[]
  typed: Typed
}) {
  const standing = { meets: 'voldoet', partly: 'deels', fails: 'niet' }
  return (
    <Form action={props.action}>
      <Choices
        type="radio"
        legend="Wat vind je nu?"
        name="oordeel"
        {...(props.errors.length > 0 ? {} : { id: `nu-${props.slug}` })}
        options={verdictChoices}
        value={props.typed.oordeel ?? (props.standing && standing[props.standing])}
        error={errorFor(props.errors, 'oordeel')}
        big
        across
      />
      <TextArea
        label="Wat wil je erover zeggen?"
        name="zin"
        {...(props.errors.length > 0 ? {} : { id: `zin-nu-${props.slug}` })}
        rows={2}
        maxlength={LONGEST_SENTENCE}
        value={props.typed.zin}
        error={errorFor(props.errors, 'zin')}
      />
      <Actions>
        <Button kind="secondary">Zeg dit erbij</Button>
      </Actions>
    </Form>
  )
}
