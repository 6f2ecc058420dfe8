import { inDutch } from '../foundation/clock.ts'
import { Heading, Quote } from '../foundation/ui/index.ts'
import { revisionLink } from '../thread/index.ts'
import {
  type DescriptionBody,
  type DescriptionVersion,
  type Passage,
  type Spoken,
  sectionInUrl,
  spokenQuote,
} from './description.ts'
import { RichText } from './rich-text.part.tsx'
import { richText } from './rich-text.ts'
import { DELIVERY, SECTIONS, type Section, sectionWord } from './section.ts'

interface Told {
  description: DescriptionBody
  quotes: Spoken
}

/** The id of a passage on the page, as `#a-<id>`. */
export const passageId = ({ id }: { id: string }): string => `a-${id}`

/** The sections that say something now: one whose only quote was taken back is gone. */
export function toldSections({ description, quotes }: Told): Section[] {
  const says = (passage: Passage) => 'text' in passage || spokenQuote(passage.quote, quotes) !== undefined
  return SECTIONS.filter((section) => description.sections[section].some(says))
}

/** Where the parts of a description stand on the page, in its order; the four about doing it are one. */
export function toldPlaces(told: Told): { to: string; label: string }[] {
  const sections = toldSections(told)
  const first = sections.find((section) => DELIVERY.includes(section))
  return sections.flatMap((section) => {
    if (!DELIVERY.includes(section)) return [{ to: `o-${sectionInUrl(section)}`, label: sectionWord(section) }]
    return section === first ? [{ to: DELIVERY_PLACE, label: DELIVERY_WORD }] : []
  })
}

const DELIVERY_PLACE = 'uitvoering'
const DELIVERY_WORD = 'Zo voer je het uit'

/** A whole description as it is read: every section with its passages, the four about doing it under one heading. */
export function DescriptionText({ description, quotes, without = [] }: Told & { without?: Section[] }) {
  const told = toldSections({ description, quotes }).filter((section) => !without.includes(section))
  const delivery = told.filter((section) => DELIVERY.includes(section))
  return (
    <div class="description">
      {told.map((section) => {
        if (!DELIVERY.includes(section))
          return <SectionText section={section} level={2} passages={description.sections[section]} quotes={quotes} />
        if (section !== delivery[0]) return null
        return (
          <section class="description__group" id={DELIVERY_PLACE} aria-labelledby={`kop-${DELIVERY_PLACE}`}>
            <Heading level={2} id={`kop-${DELIVERY_PLACE}`}>
              {DELIVERY_WORD}
            </Heading>
            {delivery.map((one) => (
              <SectionText section={one} level={3} passages={description.sections[one]} quotes={quotes} />
            ))}
          </section>
        )
      })}
    </div>
  )
}

function SectionText(props: { section: Section; level: 2 | 3; passages: Passage[]; quotes: Spoken }) {
  const { section, level, quotes } = props
  const place = sectionInUrl(section)
  const word = sectionWord(section)
  const told = props.passages.filter((passage) => 'text' in passage || spokenQuote(passage.quote, quotes) !== undefined)
  return (
    <section class="description__section" id={`o-${place}`} aria-labelledby={`kop-${place}`}>
      <div class="addressed addressed--heading">
        <Heading level={level} id={`kop-${place}`}>
          {word}
        </Heading>
        <PlaceLink to={`o-${place}`} label={`Link naar “${word}”`} />
      </div>
      {told.map((passage, index) => (
        <PassageText passage={passage} quotes={quotes} label={`Link naar “${word}”, alinea ${index + 1}`} />
      ))}
    </section>
  )
}

/** A quiet link to a place on this page, to copy or to follow; it shows for who points there or comes by keyboard. */
function PlaceLink({ to, label }: { to: string; label: string }) {
  return (
    <a class="addressed__link" href={`#${to}`}>
      <span aria-hidden="true">#</span>
      <span class="hidden">{label}</span>
    </a>
  )
}

/** One passage with its own address; a quote that was taken back leaves nothing behind. */
function PassageText({ passage, quotes, label }: { passage: Passage; quotes: Spoken; label: string }) {
  const id = passageId(passage)
  if ('text' in passage)
    return (
      <div class="passage prose addressed" id={id}>
        <RichText blocks={richText(passage.text)} />
        <PlaceLink to={id} label={label} />
      </div>
    )
  const said = spokenQuote(passage.quote, quotes)
  if (!said) return null
  return (
    <div class="passage addressed" id={id}>
      <Quote by={said.by ?? undefined}>{said.text}</Quote>
      <PlaceLink to={id} label={label} />
    </div>
  )
}

/** Every version, newest first: what was better, and where exactly that text stays to be read and pointed at. */
export function DescriptionVersions({ item, versions }: { item: string; versions: DescriptionVersion[] }) {
  if (versions.length === 0) return null
  return (
    <ol class="versions" reversed>
      {versions.map(({ number, improved, publishedAt, revision }) => (
        <li class="versions__row">
          <strong>
            Versie {number}, {inDutch(publishedAt)}
          </strong>
          {improved === '' ? null : <p>{improved}</p>}
          {revision === null ? null : (
            <p>
              <a href={revisionLink(item, revision)}>
                Vaste link<span class="hidden"> naar versie {number}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
