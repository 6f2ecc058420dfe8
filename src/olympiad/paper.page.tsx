import type { Typed } from '../foundation/http/index.ts'
import { inGroups } from '../foundation/save-code.ts'
import {
  Actions,
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
  Lead,
  Notice,
  Script,
  Select,
  Small,
} from '../foundation/ui/index.ts'
import { type Olympiad, olympiadUrl, type StakeholderRole } from './olympiad.ts'
import { differenceField, sentenceField, settledValue } from './paper.form.ts'
import type { PaperCounts } from './paper.store.ts'
import { BOXES, type Difference, NOTHING, type PaperObjection, paperWords, tickedWords } from './paper.ts'
import type { Round, Sentence } from './round.ts'

/** Where sheets are typed over. */
export const paperUrl = (olympiad: Pick<Olympiad, 'slug'>): string => `${olympiadUrl(olympiad)}/papier`

export interface PaperView {
  olympiad: Olympiad
  round: Round | undefined
  objection: PaperObjection | undefined
  roles: StakeholderRole[]
  sentences: Sentence[]
  counts: PaperCounts | undefined
  typed: Typed
  errors: FieldError[]
  done: string | undefined
}

/** One sheet to type over, and how many wait. */
export function PaperPage(view: PaperView) {
  const { olympiad, round, objection, counts, errors, done } = view
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Papieren formulieren invoeren</Heading>
        <Lead>Elk formulier wordt twee keer ingevoerd, door twee mensen. Je ziet een code en kruisjes, geen naam.</Lead>
        {done === undefined ? null : <Notice tone="ok" title={done} />}
        <Disclosure summary="Wat je ziet, en wat niet">
          <ul>
            <li>Je ziet een code en kruisjes. Er staat geen naam op, en wij hebben er ook geen bij deze code.</li>
            <li>Je merkt of er met een code al is geantwoord. Van wie die code is, zie je niet.</li>
            <li>Wat de ander typte, zie je pas als jullie verschillen en je de code van het papier hebt getypt.</li>
            <li>
              Met de code kan iemand op een telefoon zien en veranderen wat er is geantwoord. Schrijf hem nergens op.
            </li>
            <li>Formulieren die je zelf printte, voer je niet in: je kunt weten wie ze kreeg.</li>
            <li>
              Herken je een handschrift? Geef dat formulier dan aan een ander. Daar kan geen computer je voor behoeden.
            </li>
          </ul>
        </Disclosure>
        {objection === undefined ? null : (
          <Notice tone="warning" title="Nu kan er niets worden ingevoerd">
            <p>{paperWords[objection]}</p>
          </Notice>
        )}
        {counts === undefined ? null : <Piles {...counts} />}
      </Band>
      {objection === undefined && round ? <EntryForm {...view} round={round} /> : <ErrorSummary errors={errors} />}
      {counts !== undefined && counts.differing > 0 && objection === undefined ? (
        <Band tone="boter">
          <Heading level={2}>Een verschil bekijken</Heading>
          <p>Pak het formulier erbij: het papier beslist, niet het geheugen.</p>
          <Form action={`${paperUrl(olympiad)}/verschil`}>
            <Field label="Code van het formulier" name="code" id="veld-verschil" spellcheck={false} />
            <Button kind="secondary">Bekijk het verschil</Button>
          </Form>
        </Band>
      ) : null}
    </>
  )
}

const sheets = (n: number): string => (n === 1 ? 'één formulier' : `${n} formulieren`)

function Piles({ waiting, forYou, differing, counted }: PaperCounts) {
  return (
    <ul>
      <li>
        Wacht op een tweede persoon: {sheets(waiting)}
        {waiting === 0 ? '' : `, waarvan ${forYou} voor jou`}.
      </li>
      <li>Twee keer ingevoerd en nog verschillend: {sheets(differing)}.</li>
      <li>Geteld: {sheets(counted)}.</li>
    </ul>
  )
}

function EntryForm({ olympiad, round, roles, sentences, typed, errors }: PaperView & { round: Round }) {
  return (
    <Band>
      <Heading level={2}>Een formulier van ronde {round.number}</Heading>
      <p>
        Typ per zin de letter naast het kruisje: <kbd>a</kbd> tot en met <kbd>i</kbd>, of <kbd>w</kbd> voor weet ik
        niet. Geen kruisje, twee kruisjes, of niet te lezen? Typ <kbd>{NOTHING}</kbd> of laat leeg: die zin telt dan
        niet mee.
      </p>
      <ErrorSummary errors={errors} />
      <Form action={paperUrl(olympiad)}>
        <input type="hidden" name="ronde" value={round.id} />
        <Field
          label="Code van het formulier"
          name="code"
          size="code"
          autocomplete="off"
          spellcheck={false}
          value={typed.code}
          error={errorFor(errors, 'code')}
        />
        <Select
          label="Is er een andere groep aangekruist?"
          name="groep"
          optional
          options={[
            { value: '', label: 'Nee, zoals gedrukt' },
            ...roles.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          value={typed.groep}
          error={errorFor(errors, 'groep')}
        />
        <div class="paper-rows" data-paper>
          {sentences.map(({ statement, position, plain }) => (
            <Field
              label={`${position}. ${plain}`}
              name={sentenceField(statement)}
              size="short"
              autocomplete="off"
              spellcheck={false}
              maxlength={1}
              value={typed[sentenceField(statement)]}
              error={errorFor(errors, sentenceField(statement))}
            />
          ))}
        </div>
        <Button>Bewaar dit formulier</Button>
      </Form>
      <Disclosure summary="Welke letter is wat?">
        <ul>
          {BOXES.map(({ letter, answer }) => (
            <li>
              <kbd>{letter}</kbd> {tickedWords(answer)}
            </li>
          ))}
        </ul>
      </Disclosure>
      <Small>
        Wat je typt, ligt versleuteld met de code van het formulier. Zonder het papier kan niemand het lezen. Zodra twee
        mensen hetzelfde typten, telt het als elke andere stem en verdwijnt wat jullie invoerden.
      </Small>
      <Script name="paper" />
    </Band>
  )
}

interface DifferenceView {
  olympiad: Olympiad
  sentences: Sentence[]
  roles: StakeholderRole[]
  differences: Difference[]
  code: string
  typed: Typed
  errors: FieldError[]
}

/** Where two people typed something else: whoever settles it sees both, and looks at the paper. */
export function PaperDifferencePage({ olympiad, sentences, roles, differences, code, typed, errors }: DifferenceView) {
  const groupName = (slug: string | null) =>
    slug === null ? 'zoals gedrukt' : (roles.find((role) => role.slug === slug)?.name ?? slug)
  return (
    <Band tone="boter">
      <Heading level={1}>
        {differences.length === 1 ? 'Eén verschil' : `${differences.length} verschillen`} op dit formulier
      </Heading>
      <p>
        Pak formulier <code>{inGroups(code)}</code> en kies wat er op het papier staat. Wie wat typte, doet er niet toe.
      </p>
      <ErrorSummary errors={errors} />
      <Form action={`${paperUrl(olympiad)}/besluit`}>
        <input type="hidden" name="code" value={code} />
        {differences.map((difference) => {
          const name = differenceField(difference)
          const sentence =
            difference.about === 'sentence'
              ? sentences.find(({ statement }) => statement === difference.statement)
              : undefined
          const [first, second] =
            difference.about === 'group'
              ? [groupName(difference.first), groupName(difference.second)]
              : [tickedWords(difference.first), tickedWords(difference.second)]
          return (
            <Choices
              type="radio"
              legend={sentence ? `${sentence.position}. ${sentence.plain}` : 'Welke groep is aangekruist?'}
              name={name}
              options={[
                { value: settledValue('first'), label: first },
                { value: settledValue('second'), label: second },
                ...(difference.about === 'sentence' && difference.first !== undefined && difference.second !== undefined
                  ? [{ value: settledValue('neither'), label: 'niet te lezen: deze zin telt niet mee' }]
                  : []),
              ]}
              value={typed[name]}
              error={errorFor(errors, name)}
            />
          )
        })}
        <Actions>
          <Button>Tel dit formulier</Button>
          <Button kind="secondary" name="opnieuw" value="ja">
            Beide keren verkeerd: begin opnieuw
          </Button>
        </Actions>
      </Form>
      <p>
        <a href={paperUrl(olympiad)}>Later beslissen</a>
      </p>
    </Band>
  )
}
