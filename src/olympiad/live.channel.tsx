import type { Clock } from '../foundation/clock.ts'
import type { Db } from '../foundation/db/index.ts'
import type { Channel, Told } from '../foundation/http/index.ts'
import { type Attendance, attendanceOf, screenNow } from './live.store.ts'
import { inWords, type LiveSession, type Screen, secondsLeft } from './live.ts'
import type { Sentence } from './round.ts'
import { SentenceWords } from './vote.page.tsx'

/** What every screen in the room is told: which sentence, and how long it still has. Made once for all of them. */
function screenTold(screen: Screen, sentences: readonly Sentence[], now: Date): Told {
  const number = sentences.findIndex(({ statement }) => statement === screen.statement) + 1
  const sentence = sentences[number - 1]
  const data = {
    stap: screen.seq,
    zin: sentence?.statement ?? '',
    teller: sentence ? `Zin ${number} van ${sentences.length}` : '',
    woorden: sentence ? (<SentenceWords sentence={sentence} level={1} />).toString() : '',
    over: secondsLeft(screen, now),
    pauze: screen.left !== null,
  }
  return { event: 'scherm', id: String(screen.seq), data: JSON.stringify(data) }
}

/** How many are in, never what they chose. */
function attendanceTold({ answered, around }: Attendance, screen: Screen): Told {
  const words = screen.statement === null ? '' : inWords(answered, around)
  return { event: 'stand', id: words, data: JSON.stringify({ woorden: words }) }
}

/** All that happens in one session: what is on the screen, and how many are in. Over when the session is. */
export function liveChannel(db: Db, session: LiveSession, sentences: readonly Sentence[], clock: Clock): Channel {
  return {
    name: `live ${session.id}`,
    async read() {
      const screen = await screenNow(db, session.id)
      const attendance = await attendanceOf(db, session.id, screen.statement)
      if (attendance === undefined) return undefined
      return [screenTold(screen, sentences, clock()), attendanceTold(attendance, screen)]
    },
  }
}
