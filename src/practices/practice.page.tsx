import { inDutch } from '../foundation/clock.ts'
import { GEMEENTEN, gemeenteName } from '../foundation/gemeente.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Badge,
  Band,
  Button,
  Choices,
  ErrorSummary,
  Example,
  errorFor,
  Facts,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Pagination,
  type Row,
  Rows,
  Select,
  TextArea,
} from '../foundation/ui/index.ts'
import { ORGANISATION_KINDS } from './nomination.ts'
import { PEOPLE_GROUPS, peopleWord } from './people-group.ts'
import type { PracticeLists } from './practice.form.ts'
import type { PracticeInMaking } from './practice.store.ts'
import { type DeskState, nextAtDesk, type Practice, practiceDeskUrl, practiceUrl } from './practice.ts'

function howFar(one: PracticeInMaking): string {
  if (one.number === 0) return 'Nog geen beschrijving'
  if (one.publishedAt)
    return `Beschrijving van ${inDutch(one.publishedAt)}${one.flyerAt ? `, flyer van ${inDutch(one.flyerAt)}` : ', nog geen flyer'}`
  if (one.agreedAt) return `Akkoord van de organisatie op ${inDutch(one.agreedAt)}`
  if (one.offeredAt) return `Ter lezing sinds ${inDutch(one.offeredAt)}`
  return one.number > 1 ? `Versie ${one.number} in de maak` : 'In de maak'
}

const rowOf = (one: PracticeInMaking): Row => ({
  href: practiceDeskUrl(one),
  title: one.title,
  text: `${one.organisation}. ${howFar(one)}`,
  ...(one.fictional ? { badge: <Example /> } : {}),
})

/** Every chosen practice, what is in the making first. */
export function PracticesDeskPage(props: { practices: PracticeInMaking[]; page: number; pages: number }) {
  const { practices, page, pages } = props
  const making = practices.filter(({ publishedAt }) => publishedAt === null)
  const published = practices.filter(({ publishedAt }) => publishedAt !== null)
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Praktijken in de maak</Heading>
        <Lead>Van gekozen naar gelezen: gesprekken, beschrijving, akkoord, flyer.</Lead>
      </Band>
      <Band>
        {making.length > 0 ? <Rows items={making.map(rowOf)} /> : null}
        {making.length === 0 && page === 1 ? <p>Er is nu niets in de maak.</p> : null}
        {published.length > 0 ? <Heading level={2}>Gepubliceerd</Heading> : null}
        {published.length > 0 ? <Rows items={published.map(rowOf)} /> : null}
        <Pagination page={page} pages={pages} href={(other) => `/redactie/praktijken?bladzijde=${other}`} />
      </Band>
    </>
  )
}

export interface PracticeDesk {
  practice: Practice
  state: DeskState
  quotes: { agreed: number; waiting: number }
  saved: boolean
}

const descriptionWords: Record<DeskState['description'], string> = {
  none: 'Nog niet begonnen',
  writing: 'In de maak',
  offered: 'De organisatie leest',
  changed: 'Veranderd nadat de organisatie hem kreeg',
  agreed: 'Akkoord, klaar om te publiceren',
  published: 'Gepubliceerd',
}
const flyerWords: Record<DeskState['flyer'], string> = {
  none: 'Nog niet gemaakt',
  amber: 'Een regel rust op iets wat veranderde',
  older: 'Ouder dan de beschrijving',
  published: 'Gepubliceerd',
}

function quoteWords({ agreed, waiting }: PracticeDesk['quotes']): string {
  if (agreed + waiting === 0) return 'Nog geen citaten'
  return `${agreed} ${agreed === 1 ? 'citaat' : 'citaten'} met akkoord${waiting > 0 ? `, ${waiting} wachten nog` : ''}`
}

/** One practice at the desk: what is next, and everything that belongs to it. */
export function PracticeDeskPage({ practice, state, quotes, saved }: PracticeDesk) {
  const desk = practiceDeskUrl(practice)
  const next = nextAtDesk(state)
  const amber = state.flyer === 'amber' ? { badge: <Badge tone="warn">nakijken</Badge> } : {}
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">{practice.organisation}</p>
        <Heading level={1}>{practice.title}</Heading>
        <Lead>{practice.line}</Lead>
        {practice.fictional ? <Example /> : null}
        {saved ? <Notice tone="ok" title="Bewaard." /> : null}
        <p>
          <strong>{next.words}</strong>
        </p>
        <p>
          <LinkButton href={`${desk}${next.place}`}>{next.button}</LinkButton>
        </p>
      </Band>
      <Band>
        <Rows
          items={[
            { href: `${desk}/gesprekken`, title: 'Gesprekken en citaten', text: quoteWords(quotes) },
            { href: `${desk}/beschrijving`, title: 'Beschrijving', text: descriptionWords[state.description] },
            { href: `${desk}/flyer`, title: 'Flyer', text: flyerWords[state.flyer], ...amber },
            // These are about what stands on the site.
            ...(practice.item
              ? [
                  { href: `${desk}/kenmerken`, title: 'Kenmerken', text: 'Waar deze praktijk een voorbeeld van is' },
                  { href: `${desk}/erkenningen`, title: 'Erkenningen van anderen', text: 'Met datum en bron' },
                ]
              : []),
          ]}
        />
        <Heading level={2}>Gegevens</Heading>
        <Facts
          items={[
            {
              term: 'Organisatie',
              value: `${practice.organisation} (${ORGANISATION_KINDS[practice.organisationKind]})`,
            },
            { term: 'Gemeente', value: gemeenteName(practice.gemeente) },
            { term: 'Begonnen', value: inDutch(new Date(practice.startedOn)) },
            { term: 'Mensen', value: practice.people.map(peopleWord).join(', ') || 'nog niet ingevuld' },
            { term: 'Mailadres', value: practice.ownerMail ?? 'niet bekend' },
          ]}
        />
        <p>
          <LinkButton href={`${desk}/gegevens`} kind="secondary">
            Pas de gegevens aan
          </LinkButton>
        </p>
        {practice.item ? (
          <p>
            <a href={practiceUrl(practice)}>Zo staat de praktijk op de site</a>
          </p>
        ) : null}
      </Band>
    </>
  )
}

/** The head facts of a practice as a form. */
export function PracticeEditPage(props: {
  practice: Practice
  version: number
  typed: Typed
  errors: FieldError[]
  theirs: { label: string; value: string }[]
  lists: PracticeLists
}) {
  const { practice, typed, errors, theirs, lists } = props
  const same = (name: string) => {
    const error = errorFor(errors, name)
    return { name, value: typed[name], ...(error ? { error } : {}) }
  }
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">{practice.title}</p>
        <Heading level={1}>Gegevens</Heading>
        {practice.item ? (
          <p>
            Wat je hier bewaart, staat meteen op de site. Rust de flyer erop, dan vragen we je om de regels na te
            kijken.
          </p>
        ) : null}
      </Band>
      <Band narrow>
        <ErrorSummary errors={errors} />
        {theirs.length > 0 ? (
          <Notice tone="warning" title="Iemand anders bewaarde dit terwijl jij schreef">
            <p>Wat jij invulde staat hieronder en is nog niet bewaard. De ander vulde in:</p>
            <Facts items={theirs.map(({ label, value }) => ({ term: label, value }))} />
          </Notice>
        ) : null}
        <Form action={`${practiceDeskUrl(practice)}/gegevens`}>
          <input type="hidden" name="versie" value={String(props.version)} />
          <Field label="Naam van de praktijk" {...same('titel')} maxlength={90} />
          <TextArea label="In één zin" {...same('zin')} rows={3} maxlength={240} />
          <Field label="Organisatie" {...same('organisatie')} maxlength={120} />
          <Select
            label="Wat voor organisatie"
            {...same('soort')}
            options={Object.entries(ORGANISATION_KINDS).map(([value, label]) => ({ value, label }))}
          />
          <Select
            label="Gemeente"
            {...same('gemeente')}
            options={[
              { value: '', label: 'Kies een gemeente' },
              ...GEMEENTEN.map(({ name }) => ({ value: name, label: name })),
            ]}
          />
          <Field label="Begonnen op" {...same('begonnen')} type="date" size="code" />
          <Select
            label="Thema van de oproep"
            {...same('thema')}
            options={[
              { value: '', label: 'Geen van deze thema’s' },
              ...lists.themes.map(({ slug, name }) => ({ value: slug, label: name })),
            ]}
          />
          <Choices
            type="checkbox"
            legend="Bij welke velden hoort het"
            {...same('velden[]')}
            options={lists.fields.map(({ slug, name }) => ({ value: slug, label: name }))}
            optional
          />
          {lists.bakens.length > 0 ? (
            <Choices
              type="checkbox"
              legend="Welke bakens zie je erin terug"
              {...same('bakens[]')}
              options={lists.bakens.map(({ slug, name }) => ({ value: slug, label: name }))}
              optional
            />
          ) : null}
          <Choices
            type="checkbox"
            legend="Voor welke mensen"
            {...same('mensen[]')}
            options={PEOPLE_GROUPS.map(({ slug, word }) => ({ value: slug, label: word }))}
            optional
          />
          <Field
            label="Mailadres van de organisatie"
            hint="Hierheen gaat bericht als er iets te lezen is. Het staat nergens op de site."
            {...same('mail')}
            type="email"
            optional
          />
          <Button>Bewaar</Button>
        </Form>
        <p>
          <LinkButton href={practiceDeskUrl(practice)} kind="subtle">
            Terug naar de praktijk
          </LinkButton>
        </p>
      </Band>
    </>
  )
}
