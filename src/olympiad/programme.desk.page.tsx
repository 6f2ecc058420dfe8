import { onDutchClock } from '../foundation/day.ts'
import type { Typed } from '../foundation/http/index.ts'
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
  LinkButton,
  Notice,
  TextArea,
} from '../foundation/ui/index.ts'
import type { Olympiad } from './olympiad.ts'
import type { EditedPart } from './programme.store.ts'
import { clockWords, dayWords, programmeDeskUrl, programmeUrl } from './programme.ts'
import { signupsUrl } from './signup.ts'
import type { EditedTable } from './table.store.ts'
import { notesUrl } from './table.ts'

/** A form that came back: which one, what was typed and what to mend. */
export interface DeskBack {
  /** Id of the part or table, or 'deel' and 'tafel' for a new one. */
  form?: string | undefined
  typed: Typed
  errors: FieldError[]
  /** A colleague was first: how it stands now is below, what was typed is in the form. */
  conflict?: boolean
}

interface View extends DeskBack {
  olympiad: Olympiad
  parts: EditedPart[]
  tables: EditedTable[]
  hosts: Map<string, string>
  practices: { item: string; title: string; year: number }[]
}

const Conflict = () => (
  <Notice tone="warning" title="Iemand anders was je voor">
    <p>Deze gegevens zijn intussen veranderd. Wat jij typte, staat er nog. Kijk of het nog klopt en bewaar opnieuw.</p>
  </Notice>
)

function PartFields({ back, name, typed }: { back: DeskBack; name: string; typed: Typed }) {
  const errors = back.form === name ? back.errors : []
  const shown = back.form === name ? back.typed : typed
  const field = (id: string) => ({
    id: `veld-${name}-${id}`,
    name: id,
    value: shown[id],
    error: errorFor(errors, id),
  })
  return (
    <>
      {back.form === name && back.conflict ? <Conflict /> : null}
      <Field label="Dag" type="date" {...field('dag')} size="short" />
      <Field label="Begint om" type="time" {...field('tijd')} size="short" />
      <Field label="Minuten" inputmode="numeric" {...field('minuten')} size="short" />
      <Field label="Titel" {...field('titel')} />
      <TextArea label="Uitleg" optional rows={3} {...field('uitleg')} />
    </>
  )
}

function asTyped(part: EditedPart): Typed {
  const [dag, tijd] = onDutchClock(part.startsAt)
  return { dag, tijd, minuten: String(part.minutes), titel: part.title, uitleg: part.words }
}

function Part({ view, part }: { view: View; part: EditedPart }) {
  const at = `${programmeDeskUrl(view.olympiad)}/delen/${part.id}`
  return (
    <li>
      <Disclosure summary={`${clockWords(part)} ${part.title}`} open={view.form === part.id}>
        <Form action={at}>
          <input type="hidden" name="versie" value={part.version} />
          <PartFields back={view} name={part.id} typed={asTyped(part)} />
          <Actions>
            <Button>Bewaar dit onderdeel</Button>
          </Actions>
        </Form>
        <Form action={`${at}/verwijdering`}>
          <Actions>
            <Button kind="danger">Haal “{part.title}” uit het programma</Button>
          </Actions>
        </Form>
      </Disclosure>
    </li>
  )
}

function TableFields({ view, name, typed }: { view: View; name: string; typed: Typed }) {
  const errors = view.form === name ? view.errors : []
  const shown = view.form === name ? view.typed : typed
  const field = (id: string) => ({ id: `veld-${name}-${id}`, name: id, value: shown[id], error: errorFor(errors, id) })
  return (
    <>
      {view.form === name && view.conflict ? <Conflict /> : null}
      <Field label="Nummer" inputmode="numeric" {...field('nummer')} size="short" />
      <Field label="Waar gaat het over?" {...field('onderwerp')} />
      <Field label="Aantal plaatsen" inputmode="numeric" {...field('plaatsen')} size="short" />
      <Field
        label="Gastheer of gastvrouw"
        optional
        hint="De naam van iemand met een account. Vraag eerst of dat goed is: de naam staat op het programma."
        {...field('gastheer')}
      />
      {view.practices.length === 0 ? null : (
        <Disclosure summary="Welke praktijken komen hier aan bod?">
          <Choices
            type="checkbox"
            legend="Praktijken"
            optional
            id={`veld-${name}-praktijken`}
            name="praktijken[]"
            options={view.practices.map(({ item, title, year }) => ({ value: item, label: `${title} (${year})` }))}
            value={shown['praktijken[]']}
          />
        </Disclosure>
      )}
    </>
  )
}

function TableItem({ view, table }: { view: View; table: EditedTable }) {
  const at = `${programmeDeskUrl(view.olympiad)}/tafels/${table.number}`
  const typed: Typed = {
    nummer: String(table.number),
    onderwerp: table.title,
    plaatsen: String(table.seats),
    gastheer: table.host === null ? '' : (view.hosts.get(table.host) ?? ''),
    'praktijken[]': table.practices,
  }
  return (
    <li>
      <Disclosure
        summary={`Tafel ${table.number}: ${table.title} (${table.taken} van ${table.seats})`}
        open={view.form === table.id}
      >
        <p>
          <a href={notesUrl(view.olympiad, table)}>Notities van tafel {table.number}</a>
        </p>
        <Form action={at}>
          <input type="hidden" name="versie" value={table.version} />
          <TableFields view={view} name={table.id} typed={typed} />
          <Actions>
            <Button>Bewaar tafel {table.number}</Button>
          </Actions>
        </Form>
      </Disclosure>
    </li>
  )
}

/** Where the chair makes the day: the programme and the tables. */
export function ProgrammeDeskPage(view: View) {
  const { olympiad, parts, tables, errors } = view
  const desk = programmeDeskUrl(olympiad)
  return (
    <>
      <Band tone="wad" narrow>
        <ErrorSummary errors={errors.map((error) => ({ ...error, field: `${view.form}-${error.field}` }))} />
        <Heading level={1}>De dag</Heading>
        <Lead>{olympiad.title}</Lead>
        <Actions>
          <LinkButton href={programmeUrl(olympiad)} kind="secondary">
            Bekijk het programma
          </LinkButton>
          <LinkButton href={signupsUrl(olympiad)} kind="secondary">
            Wie er komen
          </LinkButton>
        </Actions>
      </Band>
      <Band narrow>
        <Heading level={2}>Programma, {dayWords(olympiad.startsOn)}</Heading>
        <ul class="plain-list">
          {parts.map((part) => (
            <Part view={view} part={part} />
          ))}
        </ul>
        <Disclosure summary="Zet er een onderdeel bij" open={view.form === 'deel' || parts.length === 0}>
          <Form action={`${desk}/delen`}>
            <PartFields back={view} name="deel" typed={{ dag: olympiad.startsOn }} />
            <Actions>
              <Button>Zet in het programma</Button>
            </Actions>
          </Form>
        </Disclosure>
      </Band>
      <Band tone="boter" narrow>
        <Heading level={2}>Tafels</Heading>
        <ul class="plain-list">
          {tables.map((table) => (
            <TableItem view={view} table={table} />
          ))}
        </ul>
        <Disclosure summary="Zet er een tafel bij" open={view.form === 'tafel' || tables.length === 0}>
          <Form action={`${desk}/tafels`}>
            <TableFields
              view={view}
              name="tafel"
              typed={{ nummer: String(Math.max(0, ...tables.map(({ number }) => number)) + 1), plaatsen: '8' }}
            />
            <Actions>
              <Button>Zet in de zaal</Button>
            </Actions>
          </Form>
        </Disclosure>
        {tables.length === 0 ? null : (
          <p>
            <LinkButton href={`${desk}/tafelkaartjes`} kind="secondary">
              Kaartjes voor op tafel
            </LinkButton>
          </p>
        )}
      </Band>
    </>
  )
}
