import { Band, Disclosure, Facts, Heading, Lead, Prose, Table } from '../foundation/ui/index.ts'
import { NotBinding } from '../standards/index.ts'
import { FEWEST_PEOPLE } from './contribution.ts'
import type { Figures, LineSpread } from './figures.ts'
import type { AccountContent } from './instrument.form.ts'
import type { Instrument } from './instrument.ts'

interface AccountProps {
  account: AccountContent
  instrument: Instrument
  /** With the month in which they were frozen, in words; undefined while too few people were counted. */
  figures: { figures: Figures; month: string } | undefined
}

/** What the reflection is not, how it was made, and how it does. */
export function AccountPage({ account, instrument, figures }: AccountProps) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>{account.title}</Heading>
        <Lead>{account.lead}</Lead>
      </Band>
      <Band narrow>
        <Prose>
          {account.blocks.map((block) =>
            'h2' in block ? (
              <h2>{block.h2}</h2>
            ) : 'p' in block ? (
              <p>{block.p}</p>
            ) : (
              <ul>
                {block.list.map((item) => (
                  <li>{item}</li>
                ))}
              </ul>
            ),
          )}
        </Prose>
        {figures ? (
          <Counted {...figures} />
        ) : (
          <p>Er zijn er nog te weinig: pas vanaf dertig mensen staan hier cijfers.</p>
        )}
      </Band>
      {figures ? <Technical figures={figures.figures} instrument={instrument} /> : null}
      <Lines instrument={instrument} spreads={figures?.figures.lines} />
    </>
  )
}

function Counted({ figures, month }: { figures: Figures; month: string }) {
  return (
    <Facts
      items={[
        { term: 'Hoeveel mensen telden mee', value: `${figures.people}, bijgewerkt in ${month}` },
        {
          term: 'Hoe lang het echt duurde',
          value:
            figures.minutes === null
              ? 'Te weinig mensen vulden de vijf schermen binnen een uur in om hier iets te zeggen'
              : `De helft was klaar binnen ${inMinutes(figures.minutes)}. Dat gaat over wie de vijf schermen binnen een uur invulde`,
        },
        {
          term: 'Wie dit zijn',
          value: 'Alleen wie zelf koos om mee te tellen. Zij zijn geen afspiegeling van alle sociaal werkers.',
        },
      ]}
    />
  )
}

function inMinutes(minutes: number): string {
  return `${minutes.toLocaleString('nl-NL')} ${minutes === 1 ? 'minuut' : 'minuten'}`
}

const HIDDEN = 'te eenvormig of te weinig om te tonen'

function Lines({ instrument, spreads }: { instrument: Instrument; spreads: LineSpread[] | undefined }) {
  return (
    <Band labelledby="zinnen">
      <Heading level={2} id="zinnen">
        De {instrument.lines.length} zinnen
      </Heading>
      <NotBinding />
      <p>
        Versie {instrument.edition}. {instrument.ours}{' '}
        {spreads ? 'Achter elke zin staat hoeveel van de honderd mensen welk antwoord gaven, afgerond op vijf.' : null}
      </p>
      {instrument.topics.map((topic) => (
        <>
          <Heading level={3}>
            <a href={`/kenmerken/${topic.standard}`}>{topic.title}</a>
          </Heading>
          <ul class="lines">
            {topic.lines.map((line) => (
              <li id={`zin-${line.slug}`}>
                {line.text}{' '}
                <a href={`/herkomst/${instrument.linePins.get(line.slug)?.item ?? ''}`}>Waar komt deze zin vandaan?</a>
              </li>
            ))}
          </ul>
          {spreads ? (
            <SpreadTable instrument={instrument} title={topic.title} lines={topic.lines} spreads={spreads} />
          ) : null}
        </>
      ))}
    </Band>
  )
}

function SpreadTable({
  instrument,
  title,
  lines,
  spreads,
}: {
  instrument: Instrument
  title: string
  lines: Instrument['lines']
  spreads: LineSpread[]
}) {
  const { scale, notApplicable } = instrument.words
  return (
    <Disclosure summary={`Spreiding bij ${title.toLowerCase()}`}>
      <Table
        caption={`Spreiding per zin, ${title.toLowerCase()}, van de honderd`}
        columns={[
          { label: 'Zin' },
          ...scale.map((one) => ({ label: one.label, numeric: true })),
          { label: notApplicable, numeric: true },
        ]}
        rows={lines.map((line) => {
          const spread = spreads.find((one) => one.slug === line.slug)
          const shares = spread?.shares?.map(String) ?? scale.map((_, at) => (at === 0 ? HIDDEN : '–'))
          return [line.text, ...shares, spread?.notApplicable == null ? '–' : String(spread.notApplicable)]
        })}
      />
    </Disclosure>
  )
}

function Technical({ figures, instrument }: { figures: Figures; instrument: Instrument }) {
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : value.toLocaleString('nl-NL', { minimumFractionDigits: 2 })
  return (
    <Band tone="boter" labelledby="betrouwbaar">
      <Heading level={2} id="betrouwbaar">
        Technische noot: betrouwbaarheid
      </Heading>
      <Table
        caption="Samenhang van de vijf zinnen per kenmerk"
        columns={[
          { label: 'Kenmerk' },
          { label: 'Cronbachs alfa', numeric: true },
          { label: 'McDonalds omega', numeric: true },
        ]}
        rows={figures.topics.map((topic) => [
          instrument.topics.find((one) => one.standard === topic.standard)?.title ?? topic.standard,
          shown(topic.reliability?.alpha),
          shown(topic.reliability?.omega),
        ])}
      />
      <Prose>
        <ul>
          <li>
            Deze getallen gaan over een groep, niet over jou. Ze zeggen hoe de vijf zinnen samenhangen, niet of ze waar
            zijn.
          </li>
          <li>
            Alfa is bijna altijd te laag en geen maat voor ‘één ding meten’. Omega rust op één factor; staat er een
            streepje, dan past die niet, of waren er te weinig volledige antwoorden.
          </li>
          <li>Er is niet gemeten of mensen na een week hetzelfde antwoorden. Dat zou meer zeggen.</li>
          <li>
            Alleen wie alle vijf zinnen met een antwoord invulde telt hier, en alleen vanaf {FEWEST_PEOPLE} mensen.
          </li>
          <li>
            Wie meetelt koos daar zelf voor. Zelfbeeld wijkt vaak af van wat anderen zien. Gebruik dit niet om mensen te
            beoordelen of te vergelijken.
          </li>
        </ul>
      </Prose>
    </Band>
  )
}
