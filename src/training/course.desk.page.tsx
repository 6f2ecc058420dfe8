import {
  Band,
  Button,
  Choices,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Notice,
  Rows,
  Select,
  TextArea,
} from '../foundation/ui/index.ts'
import { BothTexts } from './both.part.tsx'
import {
  COURSE_FORMS,
  type Course,
  courseDeskUrl,
  courseUrl,
  formWords,
  LANGUAGES,
  LEVELS,
  languageWords,
  levelWords,
  PROFESSIONS,
  professionWords,
  REGISTERS,
  registerWords,
} from './course.ts'
import type { CourseState, PublicationRequest } from './publication.ts'
import { More, PutOnSite, StandingNow, StateBadge } from './publishing.part.tsx'
import { faultOf, type Written } from './written.ts'

/** The words of a course, to write. */
export function CourseEditPage(props: {
  action: string
  title: string
  version: number
  written: Written
  saved: boolean
}) {
  const { errors, typed, both } = props.written
  const line = (
    label: string,
    name: string,
    more: { hint?: string; optional?: true; size?: 'short'; type?: 'url' } = {},
  ) => <Field label={label} name={name} value={typed[name]} {...more} {...faultOf(errors, name)} />
  const tick = (legend: string, name: string, label: string) => (
    <Choices
      type="checkbox"
      legend={legend}
      name={name}
      optional
      value={typed[name]}
      options={[{ value: 'ja', label }]}
    />
  )
  return (
    <Band narrow>
      <ErrorSummary errors={errors} />
      <Heading level={1}>{props.title}</Heading>
      {props.saved ? <Notice tone="ok" title="Bewaard" /> : null}
      <BothTexts rows={both} />
      <Form action={props.action}>
        <input type="hidden" name="versie" value={String(props.version)} />
        {line('Hoe heet de training?', 'titel')}
        <TextArea
          label="Wat kun je daarna?"
          name="daarna"
          rows={3}
          hint="Begin met “Je”. Zeg wat iemand dan kan doen, niet wat jullie behandelen."
          value={typed.daarna}
          {...faultOf(errors, 'daarna')}
        />
        <TextArea
          label="Over de training"
          name="over"
          optional
          rows={6}
          value={typed.over}
          {...faultOf(errors, 'over')}
        />
        <Select
          label="Hoe volg je de training?"
          name="vorm"
          value={typed.vorm}
          options={COURSE_FORMS.map((value) => ({ value, label: formWords[value] }))}
          {...faultOf(errors, 'vorm')}
        />
        {line('Studielast in uren', 'uren', {
          hint: 'Alleen de tijd dat je leert: zonder pauzes, reistijd en welkomstwoord.',
          size: 'short',
        })}
        {line('Prijs in euro’s', 'prijs', {
          hint: 'Wat één deelnemer in totaal betaalt, met btw als die erbij komt. Schrijf een bedrag of “gratis”. Leeg betekent: op aanvraag.',
          size: 'short',
          optional: true,
        })}
        <Select
          label="Taal"
          name="taal"
          value={typed.taal ?? 'nl'}
          options={LANGUAGES.map((value) => ({ value, label: languageWords[value] }))}
          {...faultOf(errors, 'taal')}
        />
        <Select
          label="Niveau"
          name="niveau"
          value={typed.niveau}
          options={LEVELS.map((value) => ({ value, label: levelWords[value] }))}
          {...faultOf(errors, 'niveau')}
        />
        <Choices
          type="checkbox"
          legend="Voor welke beroepsgroepen?"
          name="beroepsgroepen[]"
          optional
          hint="Anderen vinden de training ook. Kies niets als hij voor iedereen is."
          value={typed['beroepsgroepen[]']}
          options={PROFESSIONS.map((value) => ({ value, label: professionWords[value] }))}
          {...faultOf(errors, 'beroepsgroepen[]')}
        />
        {tick('Studenten', 'studenten', 'Studenten zijn welkom')}
        {tick('Op het werk', 'incompany', 'Kan ook bij een team op het werk')}
        {tick('Beginnen', 'altijd', 'Je kunt op elk moment beginnen')}
        {line('Adres waar je meer leest of je aanmeldt', 'aanmelden', { type: 'url', optional: true })}
        {REGISTERS.map((register) => (
          <fieldset class="training-set">
            <legend>Punten bij {registerWords[register]}</legend>
            {register === 'overig'
              ? line('Hoe heet dat register?', 'naam_overig', {
                  optional: true,
                  hint: 'Vul de naam in als dat register punten geeft.',
                })
              : null}
            {line('Aantal punten', `punten_${register}`, { size: 'short', optional: true })}
            {line('Nummer van de accreditatie', `nummer_${register}`, { optional: true })}
            {line('Geldig tot en met', `geldig_${register}`, {
              size: 'short',
              optional: true,
              hint: 'Bijvoorbeeld 31-12-2028',
            })}
          </fieldset>
        ))}
        {line('Jullie eigen code', 'code', {
          optional: true,
          size: 'short',
          hint: 'Daaraan herkennen we de training als jullie een bestand aanleveren.',
        })}
        <Button>Bewaar</Button>
      </Form>
    </Band>
  )
}

/** What a provider does with one course. */
export function CourseDeskPage(props: {
  course: Course
  state: CourseState
  request: PublicationRequest | undefined
  /** Why it cannot be sent yet. */
  lacks: string[]
  dates: number
  rechecks: number
}) {
  const { course, state, request, lacks, dates, rechecks } = props
  const url = courseDeskUrl(course)
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>{course.title}</Heading>
        <p>
          <StateBadge state={state} />
        </p>
        <StandingNow
          kind="course"
          offered={course}
          url={courseUrl(course)}
          desk={url}
          state={state}
          request={request}
        />
      </Band>
      <Band>
        <Rows
          items={[
            { href: `${url}/tekst`, title: 'Tekst, prijs en punten' },
            {
              href: `${url}/data`,
              title: 'Data en plaatsen',
              text:
                dates === 0
                  ? 'Nog geen datum die komt.'
                  : dates === 1
                    ? 'Eén datum die komt.'
                    : `${dates} data die komen.`,
            },
            {
              href: `${url}/kenmerken`,
              title: 'Wat je hier leert',
              text:
                rechecks > 0 ? 'Een kenmerk kreeg een nieuwe tekst. Klopt het nog?' : 'Welke kenmerken, en hoe sterk.',
            },
            { href: `${url}/voorbeeld`, title: 'Voorbeeld', text: 'Zo ziet een bezoeker de training.' },
            {
              href: `${url}/wijzigingen`,
              title: 'Wat er veranderde',
              text: 'Wie, wanneer en wat, sinds de training op de site staat.',
            },
          ]}
        />
      </Band>
      {course.item === null ? <PutOnSite kind="course" url={url} state={state} lacks={lacks} /> : null}
      <More url={url} state={state} away="Leg in het archief" back="Haal uit het archief" />
    </>
  )
}
