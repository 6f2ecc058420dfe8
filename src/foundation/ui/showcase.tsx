import { Badge, Example } from './badge.tsx'
import { Band } from './band.tsx'
import { Actions, Button, LinkButton } from './button.tsx'
import { Choices } from './choices.tsx'
import { Chosen } from './chosen.tsx'
import { CodeBlock } from './code-block.tsx'
import { Contents } from './contents.tsx'
import { Disclosure } from './disclosure.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Facts } from './facts.tsx'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { Notice } from './notice.tsx'
import type { PageHead } from './page.tsx'
import { Pagination } from './pagination.tsx'
import { RopeSteps } from './rope-steps.tsx'
import { Rows } from './rows.tsx'
import { SceneBand } from './scene-band.tsx'
import { SearchForm } from './search-form.tsx'
import { Select } from './select.tsx'
import { ShareBand } from './share-band.tsx'
import { Drawings, Grounds, Ropes } from './showcase.drawings.tsx'
import { Places } from './showcase.places.tsx'
import { Tops } from './showcase.tops.tsx'
import { Table } from './table.tsx'
import { TenFigures, TenFiguresTable } from './ten-figures.part.tsx'
import { Heading, Lead, Prose, Quote, Small } from './text.tsx'
import { TextArea } from './text-area.tsx'

const scale = [
  { value: '1', label: 'bijna nooit' },
  { value: '2', label: 'soms' },
  { value: '3', label: 'regelmatig' },
  { value: '4', label: 'vaak' },
  { value: '5', label: 'bijna altijd' },
  { value: 'nvt', label: 'past niet bij mijn werk', apart: true },
]
const faults = [
  { field: 'e-mail-fout', message: 'Vul je e-mailadres in, bijvoorbeeld naam@voorbeeld.nl' },
  { field: 'keuze-fout', message: 'Kies wat het beste past' },
]

/** What the page with all parts says about itself. */
export const showcaseHead: PageHead = {
  title: 'Bouwstenen',
  description: 'Alle onderdelen van Verankerd in al hun toestanden.',
  robots: 'noindex',
  breadcrumb: [{ label: 'Voor bouwers', href: '/bouwstenen' }, { label: 'Bouwstenen' }],
}

/** Every part of the house in every state, for whoever builds with them. In a trial installation it stands at /bouwstenen. */
export function Showcase() {
  return (
    <>
      <Opening />
      <Words />
      <Buttons />
      <Fields />
      <FaultyFields />
      <Picking />
      <Lists />
      <Ropes />
      <Places />
      <Tops />
      <Drawings />
      <Grounds />
      <ShareBand
        title="Soep op dinsdag"
        line="Samen koken, samen eten."
        address="https://voorbeeld.nl/praktijken/soep-op-dinsdag"
        save={
          <LinkButton href="#delen" kind="secondary">
            Bewaar dit
          </LinkButton>
        }
      />
    </>
  )
}

function Opening() {
  return (
    <SceneBand scene="tafel">
      <Heading level={1}>Bouwstenen</Heading>
      <Lead>Alles waar een pagina van Verankerd uit bestaat, in elke toestand. Eén lijn loopt door alles heen.</Lead>
      <Actions>
        <LinkButton href="#formulieren">Naar de formulieren</LinkButton>
      </Actions>
      <Small>Deze pagina is er alleen voor wie bouwt.</Small>
    </SceneBand>
  )
}

function Words() {
  return (
    <Band>
      <Heading level={2}>Tekst</Heading>
      <Prose>
        <p>
          Gewone tekst staat in een kolom die goed leest. Een <a href="#knoppen">link in de tekst</a> is onderstreept.
          Wat <strong>belangrijk</strong> is, staat vet.
        </p>
        <h3>Een kop van niveau 3</h3>
        <ul>
          <li>Eerst wat goed gaat.</li>
          <li>Dan wat vaker kan.</li>
        </ul>
        <ol>
          <li>Samen bedenken we zinnen over goed werk.</li>
          <li>Iedereen zegt: nodig, twijfel of niet nodig.</li>
        </ol>
      </Prose>
      <Quote by="een bewoner van Zuid">Ze vroeg eerst wat ik zelf al had geprobeerd.</Quote>
      <Disclosure summary="In vaktaal">
        <p>Deze tekst staat dichtgevouwen tot iemand hem wil lezen.</p>
      </Disclosure>
      <CodeBlock label="Zo haal je het op" text="curl 'https://verankerd.example/api/v1/praktijken?zoek=eenzaamheid'" />
      <Contents
        title="Op deze pagina"
        items={[
          { to: 'knoppen', label: 'Knoppen en merkjes' },
          { to: 'formulieren', label: 'Formulieren' },
        ]}
      />
      <Facts
        items={[
          { term: 'Versie', value: '2013' },
          { term: 'Geldt nu', value: 'Ja. Geen verplicht kader.' },
          { term: 'Gemaakt met', value: 'professionals, inwoners en gemeenten' },
        ]}
      />
    </Band>
  )
}

function Buttons() {
  return (
    <Band tone="wad">
      <Heading level={2} id="knoppen">
        Knoppen en merkjes
      </Heading>
      <Form action="/bouwstenen" nonce={false} label="Voorbeelden van knoppen">
        <Actions>
          <Button>Begin de reflectie</Button>
          <Button kind="secondary">Bewaar met code</Button>
          <Button kind="subtle">Sla over</Button>
          <Button kind="danger">Wis alles nu</Button>
        </Actions>
      </Form>
      <Actions>
        <LinkButton href="#knoppen">Link als knop</LinkButton>
        <LinkButton href="#knoppen" kind="secondary">
          Tweede link als knop
        </LinkButton>
      </Actions>
      <p>
        <Badge>versie 2013</Badge> <Badge tone="ok">geldt nu</Badge> <Badge tone="warn">loopt af</Badge>{' '}
        <Badge tone="old">vervangen</Badge> <Example />
      </p>
    </Band>
  )
}

function Fields() {
  return (
    <Band narrow>
      <Heading level={2} id="formulieren">
        Velden
      </Heading>
      <p>Vul alle velden in. Als een veld niet verplicht is, staat dit erbij.</p>
      <SearchForm action="/zoeken" label="Zoek in alles" value="eigen kracht" />
      <Chosen
        items={[
          { word: 'Dichtbij Assen', without: '#formulieren' },
          { word: 'Gratis', without: '#formulieren' },
        ]}
        all="#formulieren"
      />
      <Form action="/bouwstenen" label="Voorbeelden van velden">
        <Field label="Je naam" name="naam" autocomplete="name" value="Samira de Vries" />
        <Field
          label="E-mailadres"
          name="e-mail"
          type="email"
          autocomplete="email"
          hint="We sturen je één mail, met een knop en een code."
        />
        <Field label="Code" name="code" size="code" inputmode="numeric" autocomplete="one-time-code" maxlength={6} />
        <Field label="Datum" name="datum" type="date" size="short" optional />
        <Field label="Bestand" name="bestand" type="file" optional hint="PDF, ten hoogste 5 MB." />
        <Select
          label="Rol"
          name="rol"
          value="student"
          options={[
            { value: '', label: 'Kies een rol' },
            { value: 'professional', label: 'professional' },
            { value: 'student', label: 'student' },
          ]}
        />
        <TextArea label="Waarom denk je dat?" name="reden" optional hint="Noem geen namen." />
        <Choices
          type="checkbox"
          legend="Waar gaat het over?"
          name="thema[]"
          optional
          value={['wonen']}
          options={[
            { value: 'wonen', label: 'Wonen' },
            { value: 'werk', label: 'Werk en inkomen', hint: 'Ook schulden.' },
            { value: 'jeugd', label: 'Jeugd' },
          ]}
        />
        <Button>Verstuur</Button>
      </Form>
    </Band>
  )
}

function FaultyFields() {
  return (
    <Band tone="wad" narrow>
      <Heading level={2}>Een formulier dat terugkomt</Heading>
      <ErrorSummary errors={faults} />
      <Form action="/bouwstenen" label="Voorbeeld met invoerfouten">
        <Field
          label="E-mailadres"
          name="e-mail-fout"
          type="email"
          value="samira@"
          error={faults[0]?.message}
          hint="We sturen je één mail."
        />
        <Choices
          type="radio"
          legend="Hoe vaak?"
          name="keuze-fout"
          error={faults[1]?.message}
          options={scale.slice(0, 3).map(({ value, label }) => ({ value, label }))}
        />
        <TextArea
          label="Reden"
          name="reden-fout"
          value="<b>niet gelukt</b>"
          error="Maak je reden korter dan 20 tekens"
        />
        <Select label="Rol" name="rol-fout" error="Kies een rol" options={[{ value: '', label: 'Kies een rol' }]} />
        <Button>Verstuur opnieuw</Button>
      </Form>
      <Notice tone="info" title="Zit je op een computer van je werk?">
        <p>Dan kan je telefoon fijner zijn.</p>
      </Notice>
      <Notice tone="ok">
        <p>Je antwoorden zijn bewaard.</p>
      </Notice>
      <Notice tone="warning">
        <p>
          Code kwijt is uitslag kwijt. <a href="#formulieren">Lees waarom</a>
        </p>
      </Notice>
      <Notice tone="error">
        <p>De code klopt niet. Kijk of je alle twintig tekens hebt.</p>
      </Notice>
    </Band>
  )
}

function Picking() {
  return (
    <Band>
      <RopeSteps steps={5} current={2} labels={['Eigen kracht', 'Op de vraag af']} />
      <Heading level={2}>Op de vraag af</Heading>
      <Form action="/bouwstenen" label="Voorbeeld van een scherm">
        <Choices
          type="radio"
          big
          legend="Ik vraag eerst wat iemand zelf al heeft geprobeerd."
          name="ek1"
          value="4"
          options={scale}
        />
        <Choices
          type="radio"
          big
          across
          legend="Ik laat iemand kiezen, ook als ik iets anders zou doen."
          name="ek2"
          options={scale}
        />
        <Choices
          type="checkbox"
          big
          legend="Waar wil je beter in worden?"
          name="wens[]"
          value={['ja']}
          options={[
            { value: 'ja', label: 'Doorvragen', hint: 'Vraag door tot je weet wat er achter de vraag zit.' },
            { value: 'nee', label: 'Erop afgaan' },
          ]}
        />
        <Actions>
          <Button>Volgende</Button>
          <Button kind="secondary">Vorige</Button>
        </Actions>
      </Form>
    </Band>
  )
}

function Lists() {
  return (
    <Band tone="boter">
      <Heading level={2}>Lijsten en tabellen</Heading>
      <Rows
        columns
        items={[
          { href: '#a', title: 'Weten wat ik van een sociaal werker mag verwachten' },
          { href: '#b', title: 'Een voorbeeld uit de praktijk zoeken', badge: <Badge>12</Badge> },
          {
            href: '#c',
            title: 'Samen koken in Zuid',
            text: 'Elke dinsdag een maaltijd met de hele straat.',
            badge: <Example />,
          },
          { href: '#d', title: 'Afspraken maken over kwaliteit' },
        ]}
      />
      <Table
        caption="Twee lijsten naast elkaar"
        columns={[
          { label: 'Kwaliteitsstandaard' },
          { label: 'Kenmerk' },
          { label: 'Soort' },
          { label: 'Zinnen', numeric: true },
        ]}
        rows={[
          ['Eigen regie versterken', 'Eigen kracht versterken', <Badge>anders gezegd</Badge>, '5'],
          ['Integraal benaderen', 'Integraal werken', <Badge>gelijk</Badge>, '12'],
          ['', 'Signaleren en agenderen', <Badge tone="ok">nieuw</Badge>, '7'],
        ].map((row, index) => (index === 2 ? ['(geen)', ...row.slice(1)] : row))}
      />
      <Pagination page={5} pages={12} href={(n) => `?pagina=${n}`} />
      <TenFiguresTable
        caption="Wie deze zin nodig vindt"
        columns={['Groep', 'Nodig']}
        rows={[
          { label: 'Inwoners', filled: 31, of: 38 },
          { label: 'Professionals', filled: 9, of: 64 },
          { label: 'Gemeenten', filled: 0, of: 12 },
        ]}
      />
      <TenFigures label="Eigen kracht versterken" filled={4} of={5} caption="4 van de 5 doe je vaak" />
    </Band>
  )
}
