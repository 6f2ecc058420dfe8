import {
  Band,
  Button,
  Choices,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Rows,
  TextArea,
} from '../foundation/ui/index.ts'
import { NotBinding } from '../standards/index.ts'
import { BothTexts } from './both.part.tsx'
import { type PractisedChoice, strengthField } from './learning-form.form.ts'
import { LEARNING_FORMS_DESK, type LearningForm, learningFormDeskUrl, learningFormUrl } from './learning-form.ts'
import { type CourseState, courseState } from './publication.ts'
import { More, StateBadge } from './publishing.part.tsx'
import { STRENGTHS, strengthWords } from './teaching.ts'
import { faultOf, type Written } from './written.ts'

/** Where a learning form stands: nobody has to be asked, so it is a draft, on the site or put away. */
export const stateOf = (form: LearningForm): CourseState => courseState(form, form.isArchived, undefined)

const inRow = new Intl.ListFormat('nl', { type: 'conjunction' })
const renewedWords = (names: string[]): string =>
  `${inRow.format(names.map((name) => `“${name}”`))} ${names.length === 1 ? 'kreeg' : 'kregen'} een nieuwe tekst.`

/** All learning forms, for editors. `outdated`: what got a new text, by the id of the form. */
export function LearningFormsDeskPage(props: { forms: LearningForm[]; outdated: ReadonlyMap<string, string[]> }) {
  const { forms, outdated } = props
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Leervormen</Heading>
        <Lead>
          Manieren om van elkaar te leren, zonder opleider. Wat je verandert aan een leervorm op de site, staat er
          meteen.
        </Lead>
        <LinkButton href={`${LEARNING_FORMS_DESK}/nieuw`}>Maak een leervorm</LinkButton>
      </Band>
      <Band>
        {forms.length === 0 ? (
          <p>Er zijn nog geen leervormen.</p>
        ) : (
          <Rows
            items={forms.map((form) => ({
              href: learningFormDeskUrl(form),
              title: form.title,
              badge: <StateBadge state={stateOf(form)} />,
              text: outdated.has(form.id) ? `Klopt dit nog? ${renewedWords(outdated.get(form.id) ?? [])}` : form.line,
            }))}
          />
        )}
        <p>
          <a href="/scholing/leervormen">Zo staan ze op de site</a>
        </p>
      </Band>
    </>
  )
}

interface Writing {
  action: string
  version: number
  standards: PractisedChoice[]
  written: Written
}

/** A learning form that is not there yet, to write. */
export function LearningFormNewPage(props: Writing) {
  return (
    <Band narrow>
      <ErrorSummary errors={props.written.errors} />
      <Heading level={1}>Een nieuwe leervorm</Heading>
      <Lead>Eerst is het een concept dat alleen de redactie ziet.</Lead>
      <LearningFormForm {...props} />
    </Band>
  )
}

/** One learning form: where it stands, its words to write, and what else one may do with it. */
export function LearningFormDeskPage(props: Writing & { form: LearningForm; outdated: string[]; saved: boolean }) {
  const { action, form, outdated } = props
  const state = stateOf(form)
  return (
    <>
      <Band tone="wad">
        <ErrorSummary errors={props.written.errors} />
        <Heading level={1}>{form.title}</Heading>
        <p>
          <StateBadge state={state} />
        </p>
        <Standing form={form} state={state} />
        {form.filePrint === null ? null : (
          <p>
            Deze tekst hoort bij de site zelf. Een nieuwe versie van de site kan hem verbeteren. Verander je hem hier,
            dan blijft staan wat jij schreef.
          </p>
        )}
      </Band>
      <Band>
        <Rows
          items={[
            {
              href: `${action}/voorbeeld`,
              title: 'Bekijk zoals een ander het ziet',
              text: 'Met wat er nu bewaard is.',
            },
            {
              href: `${action}/wijzigingen`,
              title: 'Wat er veranderde',
              text: 'Wie, wanneer en wat, sinds de leervorm op de site staat.',
            },
          ]}
        />
      </Band>
      {form.item === null && state === 'draft' ? (
        <Band tone="boter" labelledby="op-de-site">
          <Heading level={2} id="op-de-site">
            Op de site zetten
          </Heading>
          <p>Iedereen leest hem dan meteen, en vindt hem bij zoeken. Wat je daarna verandert, staat er ook meteen.</p>
          <Form action={`${action}/publicatie`}>
            <Button>Zet op de site</Button>
          </Form>
        </Band>
      ) : null}
      <Band labelledby="tekst">
        <Heading level={2} id="tekst">
          Tekst
        </Heading>
        {props.saved ? <Notice tone="ok" title="Bewaard" /> : null}
        {outdated.length > 0 ? (
          <Notice tone="warning" title="Klopt dit nog?">
            <p>
              {renewedWords(outdated)} Kijk hieronder of je er zo nog mee oefent. Als je bewaart, zeg je dat het klopt.
            </p>
          </Notice>
        ) : null}
        <LearningFormForm {...props} />
      </Band>
      <More
        url={action}
        state={state}
        away={state === 'live' ? 'Haal van de site' : 'Leg in het archief'}
        back={form.item === null ? 'Haal uit het archief' : 'Zet terug op de site'}
      />
    </>
  )
}

function Standing({ form, state }: { form: LearningForm; state: CourseState }) {
  if (state === 'live')
    return (
      <p>
        Te lezen op <a href={learningFormUrl(form)}>{learningFormUrl(form)}</a>.
      </p>
    )
  return state === 'archived' ? (
    <p>Niemand vindt de leervorm nu. Je kunt hem terughalen.</p>
  ) : (
    <Lead>Alleen de redactie ziet dit.</Lead>
  )
}

function LearningFormForm(props: Writing) {
  const { errors, typed, both } = props.written
  const line = (label: string, name: string, hint?: string) => (
    <Field label={label} name={name} value={typed[name]} {...(hint ? { hint } : {})} {...faultOf(errors, name)} />
  )
  const text = (label: string, name: string, rows: number, hint?: string) => (
    <TextArea
      label={label}
      name={name}
      rows={rows}
      value={typed[name]}
      {...(hint ? { hint } : {})}
      {...faultOf(errors, name)}
    />
  )
  return (
    <>
      <BothTexts rows={both} />
      <Form action={props.action}>
        <input type="hidden" name="versie" value={String(props.version)} />
        {line('Hoe heet de leervorm?', 'titel')}
        {text('Wat doe je, in één zin?', 'zin', 2)}
        {line('Wat kost het?', 'kosten', 'Bijvoorbeeld “gratis”.')}
        {line('Hoeveel tijd kost het?', 'tijd', 'Bijvoorbeeld “anderhalf uur, een keer per maand”.')}
        {line('Waar doe je het?', 'waar')}
        {line('Met wie doe je het?', 'mensen', 'Bijvoorbeeld “met zijn tweeën”.')}
        {text('Hoe pak je het aan?', 'stappen', 8, 'Elke stap op een eigen regel. Wij zetten er nummers voor.')}
        {text('Welke vragen stel je?', 'vragen', 4, 'Elke vraag op een eigen regel.')}
        {text('Waar let je op?', 'letop', 3, 'Wat veilig is, en wat onder jullie blijft.')}
        <Heading level={2}>Hoe sterk oefen je met elk kenmerk?</Heading>
        <NotBinding />
        {props.standards.map((one) => (
          <Choices
            type="radio"
            legend={one.name}
            name={strengthField(one)}
            value={typed[strengthField(one)] || ''}
            options={[
              { value: '', label: 'niet' },
              ...STRENGTHS.map((value) => ({ value, label: strengthWords[value] })),
            ]}
            {...faultOf(errors, strengthField(one))}
          />
        ))}
        <Button>Bewaar</Button>
      </Form>
    </>
  )
}
