import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Band,
  Button,
  ErrorSummary,
  Example,
  errorFor,
  Facts,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  Notice,
  Small,
} from '../foundation/ui/index.ts'
import type { Olympiad, StakeholderRole } from './olympiad.ts'
import { byDay, clockWords, dayWords, type ProgrammePart, programmeUrl, spanWords } from './programme.ts'
import { type Seating, SignupFields } from './signup.fields.part.tsx'
import { type HallTable, roomLeft, seatsLeft, seatWords } from './table.ts'

/** A practice as a table shows it. */
export interface Discussed {
  title: string
  url: string
  fictional: boolean
}

export interface ProgrammeView {
  olympiad: Olympiad
  parts: ProgrammePart[]
  seating: Seating
  practices: Map<string, Discussed>
  hosts: Map<string, string>
  roles: StakeholderRole[]
  open: boolean
  errors: FieldError[]
  typed: Typed
}

function Parts({ parts, open }: Pick<ProgrammeView, 'parts' | 'open'>) {
  if (parts.length === 0) return <p>{open ? 'Het programma volgt.' : 'Hier staat geen programma.'}</p>
  return (
    <>
      {byDay(parts).map(([day, ofDay]) => (
        <>
          <Heading level={3}>{dayWords(day)}</Heading>
          <ol class="programme">
            {ofDay.map((part) => (
              <li class="programme__part">
                <span class="programme__time">{clockWords(part)}</span>
                <div>
                  <strong>{part.title}</strong>
                  {part.words === '' ? null : <p>{part.words}</p>}
                </div>
              </li>
            ))}
          </ol>
        </>
      ))}
    </>
  )
}

/** One table as anyone may see it: its subject, its host, what is discussed and whether there is a seat. */
function TableRow({ table, view }: { table: HallTable; view: ProgrammeView }) {
  const { practices, hosts, seating, open } = view
  const left = seatsLeft(table, roomLeft(seating.tables, seating.coming))
  const host = table.host === null ? undefined : hosts.get(table.host)
  const shown = table.practices.flatMap((id) => practices.get(id) ?? [])
  return (
    <li class="hall-table">
      <Heading level={3}>
        Tafel {table.number}: {table.title}
      </Heading>
      {host ? <p>Je wordt ontvangen door {host}.</p> : null}
      {shown.length > 0 ? (
        <ul>
          {shown.map(({ title, url, fictional }) => (
            <li>
              <a href={url}>{title}</a> {fictional ? <Example /> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {open ? <p class="hall-table__seats">{seatWords(left)}</p> : null}
    </li>
  )
}

function SignupForm({ view }: { view: ProgrammeView }) {
  const { olympiad, seating, roles, errors, typed } = view
  const full = seating.tables.length > 0 && roomLeft(seating.tables, seating.coming) === 0
  return (
    <Band tone="wad" narrow id="aanmelden">
      <Heading level={2}>Meld je aan</Heading>
      {full && errors.length === 0 ? (
        <Notice tone="info" title="Alle plaatsen zijn bezet">
          <p>
            Soms zegt iemand af. Kijk later nog eens{olympiad.help === '' ? '.' : `, of vraag het: ${olympiad.help}`}
          </p>
        </Notice>
      ) : (
        <>
          <p>Een account is niet nodig. Vul alles in; als iets niet hoeft, staat het erbij.</p>
          <Form action={`${programmeUrl(olympiad)}/aanmelding`}>
            <SignupFields roles={roles} seating={seating} typed={typed} errors={errors} />
            <Field
              label="Je naam"
              name="naam"
              autocomplete="name"
              value={typed.naam}
              error={errorFor(errors, 'naam')}
            />
            <Field
              label="Je mailadres"
              name="mail"
              type="email"
              autocomplete="email"
              hint="Je krijgt één mail, met een link om iets te veranderen of af te zeggen."
              value={typed.mail}
              error={errorFor(errors, 'mail')}
            />
            <Actions>
              <Button>Meld me aan</Button>
            </Actions>
          </Form>
          <Small>
            Wie ziet dit? Alleen de voorzitter van deze Olympiade. Je naam, je mailadres en wat je nodig hebt bewaren we
            tot vier weken na de dag.
          </Small>
        </>
      )}
      {olympiad.help === '' ? null : <p>Liever samen aanmelden? {olympiad.help}</p>}
    </Band>
  )
}

/** The day: when, where, at which tables, and signing up. */
export function ProgrammePage(view: ProgrammeView) {
  const { olympiad, parts, seating, errors, open } = view
  return (
    <>
      <Band tone="boter" narrow>
        <ErrorSummary errors={errors} />
        <Heading level={1}>Programma</Heading>
        <Lead>{olympiad.title}</Lead>
        {olympiad.fictional ? <Example /> : null}
        <p>{olympiad.question}</p>
        <Facts
          items={[
            { term: 'Wanneer', value: spanWords(olympiad) },
            ...(olympiad.place === '' ? [] : [{ term: 'Waar', value: olympiad.place }]),
          ]}
        />
        {open ? (
          <p>
            <a href="#aanmelden">Meld je aan</a>
          </p>
        ) : null}
      </Band>
      <Band narrow>
        <Heading level={2}>De dag</Heading>
        <Parts parts={parts} open={open} />
      </Band>
      {seating.tables.length > 0 ? (
        <Band tone="boter" narrow>
          <Heading level={2}>De tafels</Heading>
          <ul class="hall-tables">
            {seating.tables.map((table) => (
              <TableRow table={table} view={view} />
            ))}
          </ul>
        </Band>
      ) : null}
      {open ? <SignupForm view={view} /> : null}
    </>
  )
}
