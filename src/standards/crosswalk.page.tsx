import { Badge, Band, Heading, Lead, Table } from '../foundation/ui/index.ts'
import { type CrosswalkText, crossingLabel } from './crosswalk.ts'
import type { Edition } from './edition.store.ts'
import { NotBinding } from './not-binding.part.tsx'
import { type Reworded, RewordedStandards } from './rewording.part.tsx'
import { StatusBadge } from './status.part.tsx'

export interface Side {
  edition: Edition
  /** Slug to name and address. */
  standards: Map<string, { name: string; plainLine: string; url: string }>
}

/** Of two editions of one list the year is enough; of two lists the reader needs their names. */
function columnLabel(side: Side, other: Side): string {
  const { title, year } = side.edition.text
  return title === other.edition.text.title ? String(year) : `${title}, ${year}`
}

/** Two editions side by side, row by row along the crosswalk, and what was worded otherwise. */
export function BesidePage(props: {
  left: Side
  right: Side
  crosswalk: CrosswalkText | undefined
  reworded: Reworded[]
}) {
  const { left, right, crosswalk } = props
  const hasNotes = crosswalk?.rows.some(({ note }) => note !== '') ?? false
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Twee lijsten naast elkaar</Heading>
        <Lead>
          {left.edition.text.title} ({left.edition.text.year}) naast {right.edition.text.title} (
          {right.edition.text.year})
        </Lead>
        <NotBinding />
      </Band>
      <Band>
        {crosswalk ? (
          <>
            <p>{crosswalk.ours}</p>
            <Table
              caption="Wat er van elk onderdeel is geworden"
              columns={[
                { label: `Wat er gebeurde` },
                { label: columnLabel(left, right) },
                { label: columnLabel(right, left) },
                ...(hasNotes ? [{ label: 'Toelichting' }] : []),
              ]}
              rows={crosswalk.rows.map((row) => [
                <Badge>{crossingLabel[row.type]}</Badge>,
                <Names side={left} slugs={row.from} />,
                <Names side={right} slugs={row.to} />,
                ...(hasNotes ? [row.note] : []),
              ])}
            />
          </>
        ) : (
          <p>Niemand heeft deze twee lijsten nog met elkaar vergeleken. Hieronder staan ze zoals ze zijn.</p>
        )}
      </Band>
      <RewordedStandards reworded={props.reworded} />
      <Band tone="boter">
        <div class="halves">
          <Whole side={left} />
          <Whole side={right} />
        </div>
      </Band>
    </>
  )
}

function Names(props: { side: Side; slugs: string[] }) {
  if (props.slugs.length === 0) return <span>geen</span>
  return (
    <>
      {props.slugs.map((slug, index) => {
        const standard = props.side.standards.get(slug)
        return (
          <>
            {index > 0 ? ', ' : ''}
            {standard ? <a href={standard.url}>{standard.name}</a> : slug}
          </>
        )
      })}
    </>
  )
}

function Whole({ side }: { side: Side }) {
  return (
    <section class="stack">
      <Heading level={2}>
        {side.edition.text.title}, {side.edition.text.year}
      </Heading>
      <p>
        <StatusBadge status={side.edition.status} /> <a href={side.edition.url}>Lees als handreiking</a>
      </p>
      <ol class="points">
        {[...side.standards.values()].map(({ name, plainLine, url }) => (
          <li>
            <a href={url}>{name}</a>: {plainLine}
          </li>
        ))}
      </ol>
    </section>
  )
}
