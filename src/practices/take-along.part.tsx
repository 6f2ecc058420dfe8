import { Band, Heading } from '../foundation/ui/index.ts'
import { fileUrl, fileWords } from './attachment.part.tsx'
import type { Detail } from './detail.store.ts'
import { type Listing, listingUrl } from './listing.ts'
import { takeAlongWords } from './take-along.ts'

/** What people may take along of a practice, each with its licence. */
export function TakeAlongs({ takeAlongs, listing, reachable }: Pick<Detail, 'takeAlongs' | 'listing' | 'reachable'>) {
  return (
    <Band tone="boter" labelledby="meenemen">
      <Heading level={2} id="meenemen">
        Wat je mag meenemen
      </Heading>
      {takeAlongs.length === 0 ? (
        <p>Hier staan nog geen plan, handboek of materialen. Vraag de mensen zelf wat je kunt gebruiken.</p>
      ) : (
        <ul class="take-along">
          {takeAlongs.map(({ kind, title, licence, file, url, facts }) => (
            <li class="take-along__row">
              {file === null && url === null ? (
                <span class="take-along__name">{title}</span>
              ) : (
                <a href={file === null ? (url ?? '') : fileUrl(file)}>{title}</a>
              )}
              <span class="take-along__facts">
                {takeAlongWords[kind]}
                {facts ? ` (${fileWords(facts)})` : ''} · {licence}
                {file === null && url === null ? <AskForIt listing={listing} reachable={reachable} /> : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Band>
  )
}

/** Something that stands nowhere to be fetched: its people give it to whoever asks. */
function AskForIt({ listing, reachable }: { listing: Listing; reachable: boolean }) {
  if (!reachable) return <> · niet op deze site, bij {listing.organisation} zelf</>
  return (
    <>
      {' '}
      · niet op deze site, <a href={`${listingUrl(listing)}/vraag`}>vraag erom via het formulier</a>
    </>
  )
}
