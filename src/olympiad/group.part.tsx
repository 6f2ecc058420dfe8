import { inDutch } from '../foundation/clock.ts'
import {
  Actions,
  Badge,
  Button,
  Example,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Quote,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { type PassageRead, RichText, richText, sectionWord } from '../practices/index.ts'
import type { Comment } from './comment.ts'
import { type Piece, wordDifference } from './difference.ts'
import { groupUrl, type WorkingGroup } from './group.ts'
import { type MarkRead, showsWord } from './mark.ts'

export type Typed = Record<string, string | string[] | undefined>

/** Names by id; who was erased is absent. */
export type Names = ReadonlyMap<string, string>

export const whoWords = (names: Names, id: string | null): string =>
  (id === null ? undefined : names.get(id)) ?? 'iemand die er niet meer bij is'

const ROOMS = [
  ['lezen', 'Naast elkaar lezen'],
  ['succesfactoren', 'Markeringen en succesfactoren'],
  ['zinnen', 'Zinnen'],
] as const

/** The rooms of a group, for who works there. */
export function GroupRooms({ group, here = '', isEditor }: { group: WorkingGroup; here?: string; isEditor: boolean }) {
  const rooms = isEditor ? [...ROOMS, ['gegevens', 'Gegevens'] as const, ['leden', 'Leden'] as const] : ROOMS
  return (
    <nav class="rooms" aria-label="Werkkamers">
      {rooms.map(([place, label]) => (
        <a href={groupUrl(group, place)} aria-current={place === here ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}

/** The head of a room: whose it is, what it is, and the way to the other rooms. */
export function RoomTop(props: { group: WorkingGroup; here: string; title: string; isEditor: boolean }) {
  const { group, here, title, isEditor } = props
  return (
    <>
      <p class="eyebrow">
        Werkgroep {group.title}, {group.year} {group.fictional ? <Example /> : null}
      </p>
      <Heading level={1}>{title}</Heading>
      <GroupRooms group={group} here={here} isEditor={isEditor} />
    </>
  )
}

/** Words of a practice as they were read; what was taken back is a gap. */
export function PassageWords({ read }: { read: PassageRead | undefined }) {
  if (read === undefined || read.text === null) return <p class="gap">Dit citaat is ingetrokken.</p>
  if (read.isQuote) return <Quote by={read.by ?? undefined}>{read.text}</Quote>
  return (
    <div class="prose passage">
      <RichText blocks={richText(read.text)} />
    </div>
  )
}

/** Where words were read, with the way there. */
export function PassageSource({ read }: { read: PassageRead | undefined }) {
  if (read === undefined) return null
  return (
    <Small>
      <a href={read.href}>{read.title}</a>
      {read.section ? `, bij “${sectionWord(read.section)}”` : ''}
      {read.isOlder ? '. Zo stond het er toen dit gemarkeerd werd; er is een nieuwere versie' : ''}
    </Small>
  )
}

/** A mark: what it shows, in whose words, and what it points at. */
export function MarkWords({ mark, names }: { mark: MarkRead; names?: Names }) {
  return (
    <div class="mark">
      <p class="mark__words">
        <Badge>{showsWord(mark.shows)}</Badge> {mark.words}
      </p>
      <PassageWords read={mark.read} />
      <PassageSource read={mark.read} />
      {names ? (
        <Small>
          Gemarkeerd door {whoWords(names, mark.by)}, {inDutch(mark.at)}
        </Small>
      ) : null}
    </div>
  )
}

/** Two texts beside each other; words that differ are struck through or underlined, and said for who can't see that. */
export function Beside(props: { label: string; before: string; after: string; titles: [string, string] }) {
  const { label, before, after, titles } = props
  if (before === after)
    return (
      <div class="beside">
        <p>
          <strong>{label}</strong> (in allebei hetzelfde)
        </p>
        <p>{before}</p>
      </div>
    )
  const pieces = wordDifference(before, after)
  return (
    <div class="beside">
      <p>
        <strong>{label}</strong>
      </p>
      <div class="beside__texts">
        <div>
          <p class="beside__title">{titles[0]}</p>
          <p>
            <Pieces pieces={pieces} without="new" />
          </p>
        </div>
        <div>
          <p class="beside__title">{titles[1]}</p>
          <p>
            <Pieces pieces={pieces} without="gone" />
          </p>
        </div>
      </div>
    </div>
  )
}

function Pieces({ pieces, without }: { pieces: Piece[]; without: 'gone' | 'new' }) {
  return (
    <>
      {pieces
        .filter(({ is }) => is !== without)
        .map(({ is, text }) =>
          is === 'same' ? (
            <>{text} </>
          ) : is === 'gone' ? (
            <>
              <span class="hidden">[weg: </span>
              <del>{text}</del>
              <span class="hidden">]</span>{' '}
            </>
          ) : (
            <>
              <span class="hidden">[nieuw: </span>
              <ins>{text}</ins>
              <span class="hidden">]</span>{' '}
            </>
          ),
        )}
    </>
  )
}

/** What members said about something, and room to say more. */
export function Comments(props: {
  action: string
  comments: Comment[]
  names: Names
  errors: FieldError[]
  typed: Typed
}) {
  const { action, comments, names, errors, typed } = props
  return (
    <section class="stack" aria-labelledby="opmerkingen">
      <Heading level={2} id="opmerkingen">
        Opmerkingen
      </Heading>
      {comments.map(({ text, by, at }) => (
        <div class="remark">
          {text === null ? (
            <p class="gap">Hier stond een opmerking. Die is ingetrokken.</p>
          ) : (
            <p class="as-typed">{text}</p>
          )}
          <Small>
            {text === null ? '' : `${whoWords(names, by)}, `}
            {inDutch(at)}
          </Small>
        </div>
      ))}
      <Form action={action} label="Zeg er iets over">
        <TextArea
          label="Wat wil je erover zeggen?"
          name="opmerking"
          rows={3}
          maxlength={2000}
          value={typed.opmerking}
          error={errorFor(errors, 'opmerking')}
          hint="Alleen de werkgroep leest dit. Terughalen kan altijd, bij ‘Wat je hier zei of schreef’ op je eigen pagina."
        />
        <Actions>
          <Button kind="secondary">Zeg dit</Button>
        </Actions>
      </Form>
    </section>
  )
}
