import { inDutchWithTime } from '../foundation/clock.ts'
import { Band, Heading, Lead, Pagination, Table } from '../foundation/ui/index.ts'
import type { ChangeLog } from './change.reading.ts'
import { offeredWords } from './offered.ts'

/** What changed in a course, material or a learning form, newest first. */
export function ChangesPage(props: { kind: keyof typeof offeredWords; title: string; url: string; log: ChangeLog }) {
  const { changes, names, page, pages } = props.log
  const { the, unnamed } = offeredWords[props.kind]
  return (
    <Band>
      <Heading level={1}>Wat er veranderde</Heading>
      <Lead>{props.title}</Lead>
      {changes.length === 0 ? (
        <p>Er veranderde nog niets sinds {the} op de site staat.</p>
      ) : (
        <Table
          caption="Wijzigingen, de nieuwste bovenaan"
          columns={[{ label: 'Wanneer' }, { label: 'Wie' }, { label: 'Wat' }, { label: 'Eerst' }, { label: 'Nu' }]}
          rows={changes.flatMap(({ changedAt, changedBy, changes: fields }) =>
            fields.map(({ field, from, to }) => [
              inDutchWithTime(changedAt),
              (changedBy && names.get(changedBy)) || unnamed,
              field,
              from || '(leeg)',
              to || '(leeg)',
            ]),
          )}
        />
      )}
      <Pagination page={page} pages={pages} href={(n) => `${props.url}/wijzigingen?bladzijde=${n}`} />
    </Band>
  )
}
