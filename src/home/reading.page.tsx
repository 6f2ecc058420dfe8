import type { Child } from 'hono/jsx'
import { Band, Facts, Heading, Lead, Prose, Quote, Small, Table } from '../foundation/ui/index.ts'
import type { Block, Reading } from './reading.ts'

/** A text page as editors wrote it; `extra` follows the text in a band of its own. */
export function ReadingPage(props: { reading: Reading; extra?: Child }) {
  const { reading } = props
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>{breakable(reading.title)}</Heading>
        <Lead>{withLinks(reading.lead ?? reading.description)}</Lead>
      </Band>
      <Band>
        <Prose>
          {reading.blocks.map((block) => (
            <BlockPart block={block} />
          ))}
        </Prose>
        {reading.sources?.length ? <Sources sources={reading.sources} /> : null}
      </Band>
      {props.extra}
    </>
  )
}

function BlockPart({ block }: { block: Block }) {
  if ('h2' in block) return <h2 id={anchorOf(block.h2)}>{block.h2}</h2>
  if ('h3' in block) return <h3>{block.h3}</h3>
  if ('p' in block) return <p>{withLinks(block.p)}</p>
  if ('list' in block)
    return (
      <ul>
        {block.list.map((line) => (
          <li>{withLinks(line)}</li>
        ))}
      </ul>
    )
  if ('facts' in block) return <Facts items={block.facts} />
  if ('quote' in block) return <Quote by={block.by}>{block.quote}</Quote>
  return (
    <Table
      caption={block.table.caption ?? ''}
      columns={block.table.columns.map((label) => ({ label }))}
      rows={block.table.rows}
    />
  )
}

function Sources({ sources }: { sources: NonNullable<Reading['sources']> }) {
  return (
    <>
      <Heading level={2}>Bronnen</Heading>
      {sources.map((source) => (
        <Small>
          {typeof source === 'string' ? source : source.url ? <a href={source.url}>{source.text}</a> : source.text}
        </Small>
      ))}
    </>
  )
}

/** The fragment under which a heading can be linked to. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** How a path of ours is called in running text. */
const PLACES: Record<string, string> = {
  '/kenmerken': 'de kenmerken',
  '/mijn': 'je eigen pagina',
  '/mijn/wissen': 'je account wissen',
  '/mijn/gegevens': 'alles meenemen',
  '/contact': 'contact',
  '/privacy': 'privacy',
  '/reflectie': 'de reflectie',
  '/reflectie/verantwoording': 'de verantwoording',
  '/reflectie/verder': 'verder met een bewaarcode',
  '/beveiliging': 'beveiliging',
  '/verwerkingsregister': 'het verwerkingsregister',
  '/geschiedenis': 'de geschiedenis',
  '/over': 'over Verankerd',
  '/wat-mag-je-verwachten': 'wat mag je verwachten',
  '/werkgevers': 'voor werkgevers',
  '/toegankelijkheid': 'toegankelijkheid',
  '/zo-werkt-het': 'zo werkt het',
  '/praktijken': 'de praktijken',
  '/praktijken/teruglezen': 'de pagina om terug te lezen',
}

const OWN_PATH = /(?<=^|[\s(])(\/\.?[a-z][a-z0-9.-]*(?:\/[a-z0-9.-]*[a-z0-9])*[a-z0-9])/

/** Paths of our own in a text become links with their name: "staat op /privacy" reads "staat op privacy". */
function withLinks(text: string): Child {
  const parts = text.split(OWN_PATH)
  return parts.map((part, at) => (at % 2 === 1 ? <a href={part}>{PLACES[part] ?? part}</a> : part))
}

/** Long Dutch compounds get a place to break, for narrow screens whose browser has no Dutch hyphenation. */
function breakable(title: string): string {
  return title.replace(/(Verwerkings|Toegankelijk)(?=[a-z])/g, '$1\u00ad')
}
