import { Badge, Example } from '../foundation/ui/index.ts'
import { type PracticeStanding, standingWords } from './listing.ts'

/** The mark of something that did not really happen, on a line of its own; nothing for what is real. */
export const ExampleMark = ({ fictional }: { fictional: boolean }) =>
  fictional ? (
    <p>
      <Example />
    </p>
  ) : null

/** What is known of a practice beside its name. */
export interface Marked {
  fictional?: boolean
  standing?: PracticeStanding
}

const isQuiet = ({ standing }: Marked): boolean => standing === 'stopped' || standing === 'unconfirmed'

/** What must be seen beside a practice at once: that it is made up, that it stopped, that nobody heard of it. */
export function PracticeMarks({ listing }: { listing: Marked }) {
  return (
    <>
      {listing.standing && isQuiet(listing) ? <Badge tone="old">{standingWords[listing.standing]}</Badge> : null}{' '}
      {listing.fictional ? <Example /> : null}
    </>
  )
}

/** Whether there is anything to say beside its name. */
export const isMarked = (one: Marked): boolean => one.fictional === true || isQuiet(one)
