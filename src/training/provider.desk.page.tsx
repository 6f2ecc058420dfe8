import type { Child } from 'hono/jsx'
import { GEMEENTEN, gemeenteName } from '../foundation/gemeente.ts'
import { inThousands } from '../foundation/number.ts'
import {
  Band,
  Button,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Pagination,
  Rows,
  TextArea,
} from '../foundation/ui/index.ts'
import { BothTexts } from './both.part.tsx'
import { deskUrl } from './desk-ask.ts'
import { Courses, courseRow, type DeskCourse, type DeskList } from './desk-list.part.tsx'
import { type Module, moduleDeskUrl } from './module.ts'
import { type Provider, providerDeskUrl, providerUrl } from './provider.ts'
import type { CourseState } from './publication.ts'
import { StateBadge } from './publishing.part.tsx'
import { faultOf, type Written } from './written.ts'

/** What someone may choose a gemeente from while typing. */
export function GemeenteList() {
  return (
    <datalist id="gemeenten">
      {GEMEENTEN.map(({ code }) => (
        <option value={gemeenteName(code)} />
      ))}
    </datalist>
  )
}

/** Every provider someone works for; an organisation that did not begin yet can begin here. */
export function DesksPage(props: { providers: Provider[]; fresh: { id: string; name: string }[] }) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Jullie scholing</Heading>
        <Lead>Wat jullie aanbieden, zet je er zelf op. Wat je verandert, staat er meteen.</Lead>
      </Band>
      <Band>
        <Rows
          items={[
            ...props.providers.map((one) => ({ href: providerDeskUrl(one), title: one.name, text: one.line })),
            ...props.fresh.map(({ id, name }) => ({
              href: `/scholing/aanbieder/begin/${id}`,
              title: `Begin voor ${name}`,
              text: 'Zeg eerst wie jullie zijn.',
            })),
          ]}
        />
      </Band>
    </>
  )
}

/** Material with where it stands, and what an editor asks. */
export interface DeskModule {
  module: Module
  state: CourseState
  asks: string
}

/** The desk of one provider: what waits, courses, material. */
export function DeskPage(props: {
  provider: Provider
  list: DeskList
  /** The first of what needs something; none when someone looks for something else. */
  needing: DeskCourse[]
  material: { modules: DeskModule[]; page: number; pages: number }
  today: string
}) {
  const { provider, list, needing, material, today } = props
  const url = providerDeskUrl(provider)
  const more = list.counts.needing - needing.length
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>{provider.name}</Heading>
        <Lead>Wat je hier verandert, staat er meteen. Alleen de eerste keer kijkt de redactie mee.</Lead>
        <p class="desk-links">
          <a href={`${url}/gegevens`}>Jullie gegevens</a>
          <a href={`${url}/aanleveringen`}>Lever jullie aanbod in één keer aan</a>
          <a href={providerUrl(provider)}>Zo ziet een bezoeker jullie</a>
        </p>
      </Band>
      {needing.length > 0 ? (
        <Band tone="boter" labelledby="wacht">
          <Heading level={2} id="wacht">
            Wacht op jou
          </Heading>
          <Rows items={needing.map((one) => courseRow(one, today))} />
          {more > 0 ? (
            <p>
              <a href={deskUrl(provider, { text: '', which: 'needing' })}>
                Bekijk alle {inThousands(list.counts.needing)} trainingen die op jou wachten
              </a>
            </p>
          ) : null}
        </Band>
      ) : null}
      <Band labelledby="trainingen">
        <Heading level={2} id="trainingen">
          Trainingen
        </Heading>
        <Courses provider={provider} list={list} today={today} />
        <p>
          <LinkButton href={`${url}/trainingen/nieuw`}>Zet er een training bij</LinkButton>
        </p>
      </Band>
      <Band tone="wad" labelledby="materiaal">
        <Heading level={2} id="materiaal">
          Materiaal om mee te nemen
        </Heading>
        {material.modules.length > 0 ? (
          <Rows
            items={material.modules.map(({ module, state, asks }) => ({
              href: moduleDeskUrl(module),
              title: module.title,
              text: asks === '' ? module.line : `De redactie vraagt: ${asks}`,
              badge: <StateBadge state={state} />,
            }))}
          />
        ) : (
          <p>Heb je lesmateriaal dat anderen mogen gebruiken? Zet het erbij.</p>
        )}
        <Pagination
          label="Pagina’s met materiaal"
          page={material.page}
          pages={material.pages}
          href={(n) => `${url}${n === 1 ? '' : `?materiaal=${n}`}#materiaal`}
        />
        <p>
          <LinkButton href={`${url}/materiaal/nieuw`} kind="secondary">
            Zet er materiaal bij
          </LinkButton>
        </p>
      </Band>
    </>
  )
}

/** Who a provider is, to write. */
export function ProviderEditPage(props: {
  action: string
  title: string
  version: number
  written: Written
  saved: boolean
  extra?: Child
}) {
  const { written, version } = props
  const { errors, typed, both } = written
  return (
    <Band narrow>
      <ErrorSummary errors={errors} />
      <Heading level={1}>{props.title}</Heading>
      {props.saved ? <Notice tone="ok" title="Bewaard" /> : null}
      <BothTexts rows={both} />
      <Form action={props.action}>
        <input type="hidden" name="versie" value={String(version)} />
        <Field
          label="Hoe heten jullie?"
          name="naam"
          autocomplete="organization"
          value={typed.naam}
          {...faultOf(errors, 'naam')}
        />
        <Field label="Wie zijn jullie, in één zin?" name="zin" value={typed.zin} {...faultOf(errors, 'zin')} />
        <TextArea
          label="Vertel iets meer"
          name="over"
          optional
          rows={5}
          value={typed.over}
          {...faultOf(errors, 'over')}
        />
        <Field
          label="In welke gemeente zitten jullie?"
          name="gemeente"
          list="gemeenten"
          spellcheck={false}
          hint="Typ de eerste letters en kies."
          value={typed.gemeente}
          {...faultOf(errors, 'gemeente')}
        />
        <GemeenteList />
        <Field
          label="Website"
          name="website"
          type="url"
          optional
          value={typed.website}
          {...faultOf(errors, 'website')}
        />
        <Field
          label="Mailadres voor vragen"
          name="mail"
          type="email"
          optional
          hint="Dit komt op de site. Kies een adres dat niet van één persoon is."
          value={typed.mail}
          {...faultOf(errors, 'mail')}
        />
        <Field
          label="Telefoon"
          name="telefoon"
          type="tel"
          optional
          value={typed.telefoon}
          {...faultOf(errors, 'telefoon')}
        />
        <Button>Bewaar</Button>
      </Form>
    </Band>
  )
}
