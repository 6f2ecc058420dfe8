import {
  Actions,
  Badge,
  Band,
  Button,
  Choices,
  ErrorSummary,
  Example,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  LinkButton,
  Select,
  Small,
} from '../foundation/ui/index.ts'
import { type DescriptionRead, type PassageRead, type StudyPractice, sectionWord } from '../practices/index.ts'
import { type Names, PassageSource, PassageWords, RoomTop, type Typed, whoWords } from './group.part.tsx'
import { groupUrl, type WorkingGroup } from './group.ts'
import { type Mark, SHOWS, showsHint, showsWord } from './mark.ts'

interface ReadingProps {
  group: WorkingGroup
  practices: StudyPractice[]
  sides: (DescriptionRead | undefined)[]
  /** Marks of the group, by the item and passage they are on: also those of an older version. */
  marks: ReadonlyMap<string, Mark[]>
  names: Names
  isEditor: boolean
}

/** One key for the same passage in every version of a text. */
export const passageKey = ({ item, passage }: Pick<Mark, 'item' | 'passage'>): string => `${item} ${passage ?? ''}`

/** Two practices beside each other, every passage and quote with a way to mark it. */
export function ReadingPage({ group, practices, sides, marks, names, isEditor }: ReadingProps) {
  const options = [
    { value: '', label: 'Kies een praktijk' },
    ...practices.map(({ slug, title }) => ({ value: slug, label: title })),
  ]
  const [left, right] = sides
  return (
    <>
      <Band tone="wad">
        <RoomTop group={group} here="lezen" title="Naast elkaar lezen" isEditor={isEditor} />
        <p>Zie je iets waardoor het werkt? Markeer het, en zeg in één regel wat het laat zien.</p>
        <Form action={groupUrl(group, 'lezen')} method="get" label="Kies twee praktijken">
          <div class="beside__choices">
            <Select label="De ene praktijk" name="links" options={options} value={left?.slug ?? ''} />
            <Select label="De andere praktijk" name="rechts" options={options} value={right?.slug ?? ''} />
          </div>
          <Actions>
            <Button kind="secondary">Zet naast elkaar</Button>
          </Actions>
        </Form>
      </Band>
      <Band>
        {practices.length === 0 ? <p>De redactie koos nog geen praktijken om te lezen.</p> : null}
        <div class="reading">
          {sides.map((side, at) =>
            side ? (
              <Side group={group} side={side} at={at === 0 ? 'l' : 'r'} marks={marks} names={names} sides={sides} />
            ) : null,
          )}
        </div>
      </Band>
    </>
  )
}

type SideProps = Pick<ReadingProps, 'group' | 'marks' | 'names' | 'sides'> & { side: DescriptionRead; at: 'l' | 'r' }

function Side({ side, at, ...rest }: SideProps) {
  return (
    <article class="reading__side" aria-labelledby={`kop-${at}`}>
      <Heading level={2} id={`kop-${at}`}>
        {side.title}
      </Heading>
      {side.fictional ? <Example /> : null}
      <p>{side.line}</p>
      {side.sections.map(({ section, passages }) => (
        <div class="stack">
          <Heading level={3}>{sectionWord(section)}</Heading>
          {passages.map((read, place) => (
            <Passage {...rest} read={read} id={`${at}-${section}-${place + 1}`} title={side.title} />
          ))}
        </div>
      ))}
    </article>
  )
}

type PassageProps = Omit<SideProps, 'side' | 'at'> & { read: PassageRead; id: string; title: string }

/** A passage with what the group marked in it; a quote that was taken back is a gap, and can't be marked any more. */
function Passage({ read, id, title, group, marks, names, sides }: PassageProps) {
  const own = marks.get(passageKey(read)) ?? []
  const [left, right] = sides
  const query = new URLSearchParams({
    item: read.item,
    revisie: read.revision,
    passage: read.passage ?? '',
    links: left?.slug ?? '',
    rechts: right?.slug ?? '',
    plek: id,
  })
  return (
    <div class="reading__passage" id={id}>
      <PassageWords read={read} />
      {own.map((mark) => (
        <p class="reading__mark">
          <Badge>{showsWord(mark.shows)}</Badge> {mark.words} <span class="quiet">({whoWords(names, mark.by)})</span>
        </p>
      ))}
      {read.text === null ? null : (
        <p class="reading__do">
          <a href={`${groupUrl(group, 'markeren')}?${query}`}>
            Markeer
            <span class="hidden">
              {' '}
              dit {read.isQuote ? 'citaat' : 'stuk'} uit {title}: {read.isQuote ? '' : read.text.slice(0, 40)}
            </span>
          </a>
        </p>
      )}
    </div>
  )
}

interface MarkProps {
  group: WorkingGroup
  read: PassageRead
  back: string
  hidden: { links: string; rechts: string; plek: string }
  errors: FieldError[]
  typed: Typed
  isEditor: boolean
}

/** One passage, and what someone says it shows. */
export function MarkPage({ group, read, back, hidden, errors, typed, isEditor }: MarkProps) {
  return (
    <>
      <Band tone="wad">
        <RoomTop group={group} here="lezen" title="Markeer" isEditor={isEditor} />
        <PassageWords read={read} />
        <PassageSource read={read} />
      </Band>
      <Band narrow>
        <ErrorSummary errors={errors} />
        <Form action={groupUrl(group, 'markeringen')}>
          <input type="hidden" name="item" value={read.item} />
          <input type="hidden" name="revisie" value={read.revision} />
          <input type="hidden" name="passage" value={read.passage ?? ''} />
          {Object.entries(hidden).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Choices
            type="radio"
            legend="Wat laat dit zien?"
            name="toont"
            big
            options={SHOWS.map((shows) => ({ value: shows, label: showsWord(shows), hint: showsHint(shows) }))}
            value={typed.toont}
            error={errorFor(errors, 'toont')}
          />
          <Field
            label="Zeg het in één regel, in je eigen woorden"
            name="woorden"
            hint="Bijvoorbeeld: de eerste vraag gaat over wat iemand kan."
            maxlength={200}
            autocomplete="off"
            value={typed.woorden}
            error={errorFor(errors, 'woorden')}
          />
          <Actions>
            <Button>Bewaar de markering</Button>
            <LinkButton href={back} kind="subtle">
              Terug naar het lezen
            </LinkButton>
          </Actions>
          <Small>
            We bewaren de plek en jouw regel, niet de tekst zelf. Wordt een citaat ingetrokken, dan is het hier ook weg.
          </Small>
        </Form>
      </Band>
    </>
  )
}

/** Marks by the passage they are on. */
export function marksByPassage(marks: Mark[]): Map<string, Mark[]> {
  const found = new Map<string, Mark[]>()
  for (const mark of marks) found.set(passageKey(mark), [...(found.get(passageKey(mark)) ?? []), mark])
  return found
}
