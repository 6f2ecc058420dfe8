import { Band, Facts, Heading, Lead, Prose, Rows } from '../foundation/ui/index.ts'
import { NotBinding } from './not-binding.part.tsx'
import type { VocabularyText } from './vocabulary.ts'

/** The words of one law or policy, and which standards rest on them. */
export function VocabularyPage(props: {
  text: VocabularyText
  standards: { href: string; title: string; text: string }[]
}) {
  const { text } = props
  const years = [text.validFrom?.slice(0, 4), text.validTo?.slice(0, 4)]
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>{text.title}</Heading>
        {years[0] ? <Lead>{years[1] ? `Gold van ${years[0]} tot ${years[1]}` : `Geldt sinds ${years[0]}`}</Lead> : null}
      </Band>
      <Band>
        <Facts
          items={text.terms.map(({ code, name, note }) => ({
            term: `${code} · ${name}`,
            value: note ?? '',
          }))}
        />
        <Prose>
          <p>
            {text.source.map((source) => source.text).join(' ')} {text.ours ?? ''}
          </p>
        </Prose>
      </Band>
      {props.standards.length > 0 ? (
        <Band tone="boter">
          <Heading level={2}>Wat hierop aansluit</Heading>
          <NotBinding />
          <Rows items={props.standards} />
        </Band>
      ) : null}
    </>
  )
}
