import { inDutchWithTime } from '../foundation/clock.ts'
import { onDutchClock } from '../foundation/day.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Badge,
  Band,
  Button,
  Disclosure,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Rows,
  TextArea,
} from '../foundation/ui/index.ts'
import { ExampleMark } from './example-mark.part.tsx'
import type { InterviewNote } from './interview.store.ts'
import { type Interview, interviewsUrl, interviewUrl, isPlanned, quotesUrl } from './interview.ts'
import { INTERVIEW_GUIDE } from './interview-guide.ts'
import { type Practice, practiceDeskUrl } from './practice.ts'
import { SECTIONS, type Section, sectionWord } from './section.ts'
import { People, type PeopleView } from './speaker.desk.page.tsx'
import { type Speaker, speakerName } from './speaker.ts'

export interface InterviewsView extends PeopleView {
  done: 'sent' | 'renewed' | undefined
}

/** The talks about one practice and the people in them. */
export function InterviewsPage(view: InterviewsView) {
  const { practice, interviews, speakers } = view
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">
          <a href={practiceDeskUrl(practice)}>{practice.title}</a>
        </p>
        <Heading level={1}>Gesprekken</Heading>
        <ExampleMark fictional={practice.fictional} />
        <Lead>Plan de gesprekken, maak notities, en laat iedereen teruglezen wat je van hen wilt gebruiken.</Lead>
        <ErrorSummary errors={view.errors} />
        {view.done === 'sent' ? <Notice tone="ok" title="De mail is verstuurd." /> : null}
        {view.done === 'renewed' ? (
          <Notice tone="ok" title="De oude link werkt niet meer.">
            <p>Is er een mailadres bekend, dan is de nieuwe link daarheen gestuurd.</p>
          </Notice>
        ) : null}
      </Band>
      <Band>
        <Heading level={2}>Gepland</Heading>
        {interviews.length === 0 ? (
          <p>Er is nog geen gesprek gepland.</p>
        ) : (
          <Rows
            items={interviews.map((interview) => ({
              href: interviewUrl(practice, interview.id),
              title: inDutchWithTime(interview.startsAt),
              text: [
                interview.place,
                speakers
                  .filter((speaker) => speaker.interview === interview.id && speaker.name)
                  .map((speaker) => speaker.name)
                  .join(', '),
              ]
                .filter((part) => part !== '')
                .join('. '),
              ...(isPlanned(interview) ? {} : { badge: <Badge tone="old">gaat niet door</Badge> }),
            }))}
          />
        )}
        <Disclosure summary="Gesprek plannen" open={view.form === 'plan' || interviews.length === 0}>
          <PlanForm
            action={interviewsUrl(practice)}
            errors={view.form === 'plan' ? view.errors : []}
            typed={view.form === 'plan' ? view.typed : { minuten: '60' }}
            button="Plan dit gesprek"
          />
        </Disclosure>
      </Band>
      <People {...view} />
      <Band>
        <Heading level={2}>Citaten</Heading>
        <p>Zet klaar wat je letterlijk wilt gebruiken. Zonder akkoord komt er niets online.</p>
        <p>
          <LinkButton href={quotesUrl(practice)} kind="secondary">
            Naar de citaten
          </LinkButton>
        </p>
      </Band>
    </>
  )
}

function PlanForm(props: { action: string; errors: FieldError[]; typed: Typed; button: string; version?: number }) {
  const { errors, typed } = props
  return (
    <Form action={props.action}>
      {props.version === undefined ? null : <input type="hidden" name="versie" value={String(props.version)} />}
      <Field label="Dag" name="dag" type="date" size="code" value={typed.dag} error={errorFor(errors, 'dag')} />
      <Field label="Tijd" name="tijd" type="time" size="code" value={typed.tijd} error={errorFor(errors, 'tijd')} />
      <Field
        label="Hoeveel minuten?"
        name="minuten"
        inputmode="numeric"
        size="short"
        value={typed.minuten}
        error={errorFor(errors, 'minuten')}
      />
      <Field
        label="Waar?"
        name="plaats"
        hint="Een adres, of: telefonisch, online"
        value={typed.plaats}
        error={errorFor(errors, 'plaats')}
      />
      <Actions>
        <Button kind={props.version === undefined ? 'primary' : 'secondary'}>{props.button}</Button>
      </Actions>
    </Form>
  )
}

export interface InterviewView {
  practice: Practice
  interview: Interview
  speakers: Speaker[]
  notes: InterviewNote[]
  /** The section whose notes came back. */
  section: Section | undefined
  /** What stands there now, when a colleague wrote in the same moment. */
  conflict: { text: string; version: number } | undefined
  form: 'plan' | 'note' | undefined
  errors: FieldError[]
  typed: Typed
  saved: Section | undefined
}

/** One talk: the appointment, and the guide with room for notes under each section. */
export function InterviewPage(view: InterviewView) {
  const { practice, interview, speakers } = view
  const planned = isPlanned(interview)
  const names = speakers.map(speakerName).join(' · ')
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">
          <a href={interviewsUrl(practice)}>{practice.title}: gesprekken</a>
        </p>
        <Heading level={1}>{inDutchWithTime(interview.startsAt)}</Heading>
        <Lead>{[interview.place, `${interview.minutes} minuten`, names].filter((part) => part !== '').join('. ')}</Lead>
        {planned ? null : <Badge tone="old">gaat niet door</Badge>}
        <ErrorSummary errors={view.errors} />
        <p>
          <LinkButton href={`${interviewUrl(practice, interview.id)}/agenda.ics`} kind="secondary">
            Zet in mijn agenda
          </LinkButton>
        </p>
        {planned ? <Change {...view} /> : null}
      </Band>
      <Band narrow labelledby="leidraad">
        <Heading level={2} id="leidraad">
          Leidraad en notities
        </Heading>
        <p>
          Kies wat past, je hoeft niet alles te vragen. De vragen zijn van Verankerd. Notities ziet alleen de redactie.
          Een half jaar na publicatie wissen we ze. Komt er geen publicatie, dan twee jaar na het gesprek.
        </p>
        {SECTIONS.map((section) => (
          <NoteForm section={section} view={view} />
        ))}
      </Band>
    </>
  )
}

function Change({ practice, interview, form, errors, typed }: InterviewView) {
  const back = form === 'plan'
  const [dag, tijd] = onDutchClock(interview.startsAt)
  const now = { dag, tijd, minuten: String(interview.minutes), plaats: interview.place }
  return (
    <Disclosure summary="Andere dag of plaats, of afzeggen" open={back}>
      <PlanForm
        action={interviewUrl(practice, interview.id)}
        errors={back ? errors : []}
        typed={back ? typed : now}
        version={back ? Number(typed.versie) || 0 : interview.sequence}
        button="Bewaar de nieuwe afspraak"
      />
      <Form action={`${interviewUrl(practice, interview.id)}/afzegging`}>
        <p>Wie een mailadres gaf, krijgt bericht van elke verandering.</p>
        <Actions>
          <Button kind="danger">Zeg dit gesprek af</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}

function NoteForm({ section, view }: { section: Section; view: InterviewView }) {
  const { practice, interview, notes, conflict, form, errors, typed } = view
  const back = form === 'note' && view.section === section
  const note = notes.find((one) => one.section === section)
  const read = back ? Number(typed.versie) || 0 : (note?.version ?? 0)
  const version = back && conflict ? conflict.version : read
  return (
    <Disclosure
      summary={
        <>
          {sectionWord(section)} {note && note.text !== '' ? <Badge>notities</Badge> : null}
        </>
      }
      open={back || view.saved === section}
    >
      <div id={section} class="guide">
        {view.saved === section ? <Notice tone="ok" title="Bewaard." /> : null}
        <ul>
          {INTERVIEW_GUIDE[section].map((question) => (
            <li>{question}</li>
          ))}
        </ul>
        {back && conflict ? (
          <Notice tone="warning" title="Een collega schreef hier intussen ook">
            <p>Dit staat er nu:</p>
            <p class="kept-lines">{conflict.text}</p>
            <p>Jouw tekst staat hieronder. Zet samen wat je wilt houden en bewaar opnieuw.</p>
          </Notice>
        ) : null}
        <Form action={`${interviewUrl(practice, interview.id)}/notities/${section}`}>
          <input type="hidden" name="versie" value={String(version)} />
          <TextArea
            label={`Notities: ${sectionWord(section)}`}
            name="notities"
            {...(back ? {} : { id: `notities-${section}` })}
            rows={6}
            value={back ? typed.notities : note?.text}
            error={back ? errorFor(errors, 'notities') : undefined}
            optional
          />
          <Actions>
            <Button kind="secondary">Bewaar</Button>
          </Actions>
        </Form>
      </div>
    </Disclosure>
  )
}
