import { GEMEENTEN, gemeenteName } from '../foundation/gemeente.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Band,
  Button,
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
import {
  FIRST_HEIGHT,
  growingSnippet,
  kindWords,
  plainSnippet,
  WIDGET_KINDS,
  type Widget,
  widgetTitle,
  widgetUrl,
} from './widget.ts'

/** Making a search for one's own site. */
export interface EmbedView {
  /** Undefined as long as there is something to mend. */
  widget: Widget | undefined
  /** Whether the site that was typed may show it. */
  isAllowed: boolean
  kenmerken: { slug: string; name: string }[]
  demo: boolean
  baseUrl: string
  /** Address of whoever adds sites to the list. */
  mail: string
  errors: FieldError[]
  typed: Typed
}

/** Choose what, look how it becomes, take the lines along. */
export function EmbedPage(view: EmbedView) {
  const { widget } = view
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Zet ons zoekveld op jullie site</Heading>
        <Lead>
          Laat inwoners en collega’s op jullie eigen pagina zoeken naar praktijken of scholing bij jullie in de buurt.
          Zonder cookies, zonder account, zonder kosten.
        </Lead>
        <ErrorSummary errors={view.errors} />
        <MakerForm {...view} />
      </Band>
      {widget ? (
        <>
          <Preview widget={widget} />
          <Lines {...view} widget={widget} />
        </>
      ) : null}
      <Band labelledby="zo-werkt-het">
        <Heading level={2} id="zo-werkt-het">
          Zo werkt het
        </Heading>
        <ul class="points">
          <li>
            Wat iemand zoekt, bewaren we niet. Er gaat geen cookie mee, dus je cookiemelding hoeft niet te veranderen.
          </li>
          <li>Een resultaat opent in een nieuw tabblad. Jullie pagina blijft staan.</li>
          <li>Het veld werkt met toetsenbord en voorleessoftware, op telefoon en computer.</li>
          <li>
            Alleen sites op onze lijst mogen het tonen. Zo kan niemand het op een nepsite zetten. Een redacteur zet
            jullie erbij, meestal binnen twee werkdagen.
          </li>
          <li>
            Werkt jullie site met oEmbed, zoals WordPress? Plak dan alleen het adres van het zoekveld in je pagina.
          </li>
        </ul>
      </Band>
    </>
  )
}

const needsPlace = 'Alleen bij praktijken en scholing. Zonder gemeente zoekt het in heel Nederland.'

function MakerForm({ kenmerken, demo, errors, typed }: EmbedView) {
  const fault = (field: string) => {
    const error = errorFor(errors, field)
    return error === undefined ? {} : { error }
  }
  const kinds = WIDGET_KINDS.map((kind) => ({ value: kind, label: kindWords[kind] }))
  const all = [
    { value: '', label: 'Alle kenmerken' },
    ...kenmerken.map(({ slug, name }) => ({ value: slug, label: name })),
  ]
  return (
    <Form action="/insluiten#zo-wordt-het" method="get">
      <Select label="Waarin kunnen ze zoeken?" name="wat" options={kinds} value={typed.wat} {...fault('wat')} />
      <Field
        label="Gemeente"
        name="gemeente"
        hint={needsPlace}
        list="gemeenten"
        autocomplete="off"
        value={typed.gemeente}
        maxlength={200}
        optional
        {...fault('gemeente')}
      />
      <datalist id="gemeenten">
        {GEMEENTEN.map(({ code }) => (
          <option value={gemeenteName(code)} />
        ))}
      </datalist>
      <Select
        label="Kenmerk, bij scholing"
        name="kenmerk"
        options={all}
        value={typed.kenmerk}
        optional
        {...fault('kenmerk')}
      />
      <Field
        label="Op welke site komt het?"
        name="site"
        hint="Bijvoorbeeld www.dorpstad.nl."
        inputmode="url"
        spellcheck={false}
        value={typed.site}
        maxlength={200}
        optional
        {...fault('site')}
      />
      {demo ? (
        <Select
          label="Verzonnen voorbeelden laten zien?"
          name="voorbeelden"
          hint="In deze proefopstelling is bijna alles verzonnen. Zonder voorbeelden blijft het zoekveld bijna leeg."
          options={[
            { value: '', label: 'Nee' },
            { value: 'ja', label: 'Ja, om te kijken hoe het wordt' },
          ]}
          value={typed.voorbeelden}
          optional
        />
      ) : null}
      <Actions>
        <Button>Laat zien</Button>
      </Actions>
    </Form>
  )
}

function Preview({ widget }: { widget: Widget }) {
  // On our own page it is ours to show, whatever site it is meant for.
  const { site: _elsewhere, ...here } = widget
  return (
    <Band labelledby="zo-wordt-het">
      <Heading level={2} id="zo-wordt-het">
        Zo wordt het
      </Heading>
      <iframe
        class="embed__preview"
        src={widgetUrl({ ...here, site: '' })}
        title={widgetTitle(widget)}
        height={FIRST_HEIGHT}
        loading="lazy"
      ></iframe>
      {widget.fictional ? (
        <Small>De verzonnen voorbeelden zie je alleen hier: in de regels hieronder staan ze niet.</Small>
      ) : null}
      <Script name="frame-height" />
    </Band>
  )
}

function Lines({ widget, isAllowed, baseUrl, mail }: EmbedView & { widget: Widget }) {
  // On the site of others what is made up would be taken for real.
  const toTake = { ...widget, fictional: false }
  return (
    <Band tone="boter" labelledby="meenemen">
      <Heading level={2} id="meenemen">
        Zet dit in jullie pagina
      </Heading>
      {isAllowed ? (
        <Notice tone="ok" title={`${widget.site} staat op de lijst`}>
          <p>Plak de regels in je pagina, dan doet het zoekveld het meteen.</p>
        </Notice>
      ) : (
        <AskFirst site={widget.site} mail={mail} />
      )}
      <Heading level={3}>Als zoekveld met resultaten</Heading>
      <Code text={growingSnippet(toTake, baseUrl)} what="De regels" />
      <Small>
        De tweede regel maakt het vak zo hoog als wat erin staat. Mag er geen script op jullie site? Laat die regel dan
        weg; verder werkt alles.
      </Small>
      <Heading level={3}>Mag er geen iframe op jullie site?</Heading>
      <p>Dan is dit een gewoon zoekveld dat onze eigen pagina opent. Daarvoor hoef je niet op de lijst.</p>
      <Code text={plainSnippet(toTake, baseUrl)} what="De regels" />
      <Script name="copy" />
    </Band>
  )
}

function AskFirst({ site, mail }: { site: string; mail: string }) {
  if (site === '')
    return (
      <Notice tone="info" title="Op welke site komt het?">
        <p>
          Vul hierboven het adres van jullie site in. Het komt in de regels te staan, en wij zetten het op de lijst.
        </p>
      </Notice>
    )
  const subject = encodeURIComponent(`Zoekveld op ${site}`)
  return (
    <Notice tone="warning" title={`${site} staat nog niet op de lijst`}>
      <p>
        <a href={`mailto:${mail}?subject=${subject}`}>Mail ons het adres</a> vanaf een mailadres van jullie organisatie,
        dan zetten wij het erbij. Tot die tijd blijft het vak leeg.
      </p>
    </Notice>
  )
}

function Code({ text, what }: { text: string; what: string }) {
  return (
    <div
      class="embed__code"
      data-copy="Kopieer"
      data-copied={`${what} staan op je klembord.`}
      data-refused="Kopiëren lukte niet. Selecteer de tekst en kopieer hem zelf."
    >
      <pre tabindex={0}>
        <code>{text}</code>
      </pre>
    </div>
  )
}
