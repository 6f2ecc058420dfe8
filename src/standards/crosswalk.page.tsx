import { Badge, Band, Heading, Lead, Table } from '../foundation/ui/index.ts'
import { type CrosswalkText, crossingLabel } from './crosswalk.ts'
import type { Edition } from './edition.store.ts'
import { NotBinding } from './not-binding.part.tsx'
import { StatusBadge } from './status.part.tsx'

export interface Side {
  edition: Edition
  /** Slug to name and address. */
  standards: Map<string, { name: string; plainLine: string; url: string }>
}

/** Two editions side by side, row by row along the crosswalk. */
export function BesidePage(props: { left: Side; right: Side; crosswalk: CrosswalkText | undefined }) {
  const { left, right, crosswalk } = props
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
                {
                  label: `${left.edition.text.title}, ${left.edition.text.year}`,
                },
                {
                  label: `${right.edition.text.title}, ${right.edition.text.year}`,
                },
                { label: 'Toelichting' },
              ]}
              rows={crosswalk.rows.map((row) => [
                <Badge>{crossingLabel[row.type]}</Badge>,
                <Names side={left} slugs={row.from} />,
                <Names side={right} slugs={row.to} />,
                row.note,
              ])}
            />
          </>
        ) : (
          <p>Niemand heeft deze twee lijsten nog met elkaar vergeleken. Hieronder staan ze zoals ze zijn.</p>
        )}
      </Band>
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
