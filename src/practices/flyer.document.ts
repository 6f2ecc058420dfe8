import { encode } from 'uqr'
import { inDutch } from '../foundation/clock.ts'
import type { Document } from '../foundation/documents/index.ts'
import { sceneDrawings } from '../foundation/ui/index.ts'
import { FOOT, monthOf } from './description.document.ts'
import { spokenQuote } from './description.ts'
import { lineWord, type PublishedFlyer, WRITTEN_LINES } from './flyer.ts'
import { type Practice, practiceUrl } from './practice.ts'

/** A flyer with everything that decides how it is drawn. */
export interface FlyerTold {
  practice: Pick<Practice, 'slug' | 'fictional'>
  flyer: Pick<PublishedFlyer, 'body' | 'quotes' | 'publishedAt'>
  stopped: boolean
  baseUrl: string
  /** Bytes of the picture, when it is a file: a JPEG. */
  photo?: Uint8Array | undefined
}

/** The squares of a QR code as one path on a field of `size` by `size`. */
export function qrPath(address: string): { size: number; path: string } {
  const { data, size } = encode(address, { ecc: 'M', border: 0 })
  const rows = data.map((row, y) =>
    [
      ...row
        .map((on) => (on ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ]
      .map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`)
      .join(''),
  )
  return { size, path: rows.join('') }
}

/** One sentence with the hard facts, for where a quote stood or never was. */
export const factSentence = ({ organisation, place, startedOn }: PublishedFlyer['body']): string =>
  `${organisation} doet dit sinds ${monthOf(startedOn)} in ${place}.`

/** The drawing in one line, and how high its ground lies: there the line comes in and goes out. */
function drawingOf(picture: PublishedFlyer['body']['picture'], photo: Uint8Array | undefined) {
  // A picture that may not be shown yet gives way to the drawing.
  const name = 'drawing' in picture ? picture.drawing : 'tafel'
  // The bridge ends in the water below it: there the line goes on from the road.
  const [ground, onward] = name === 'brug' ? [262, 'M480 262H530'] : [318, 'H530']
  const alt = photo || 'drawing' in picture ? picture.alt : 'Twee mensen praten aan een keukentafel.'
  return { photo: photo !== undefined, scene: `${sceneDrawings[name]}${onward}`, ground, alt }
}

function dataOf({ practice, flyer, stopped, baseUrl, photo }: FlyerTold) {
  const { body, quotes, publishedAt } = flyer
  const address = `${baseUrl}${practiceUrl(practice)}`
  const quote = body.quote ? spokenQuote(body.quote, quotes) : undefined
  return {
    title: `${body.title}: flyer`,
    name: body.title,
    description: body.lines.headline,
    foot: FOOT,
    fictional: practice.fictional,
    stopped,
    organisation: body.organisation,
    place: body.place,
    since: monthOf(body.startedOn),
    date: inDutch(publishedAt),
    address,
    shown: address.replace(/^https?:\/\//, ''),
    words: Object.fromEntries(WRITTEN_LINES.map((name) => [name, lineWord(name)])),
    ...body.lines,
    quote: quote?.text ?? '',
    by: quote?.by ?? '',
    facts: factSentence(body),
    picture: drawingOf(body.picture, photo),
    credit: photo ? body.picture.credit : '',
    qr: qrPath(address),
  }
}

const order = (template: string, told: FlyerTold): Document => ({
  template: `practices/documents/${template}.typ`,
  at: told.flyer.publishedAt,
  data: dataOf(told),
  ...(told.photo ? { files: { 'picture.jpg': told.photo } } : {}),
})

/** The flyer on two sides of A4. */
export const flyerDocument = (told: FlyerTold): Document => order('flyer', told)

/** The same words in large print, on as many pages as they need. */
export const largeFlyerDocument = (told: FlyerTold): Document => order('flyer-groot', told)

/** The flyer as plain text, for a reader, a mail or a screen of braille. */
export function flyerPlain({ practice, flyer, stopped, baseUrl }: Omit<FlyerTold, 'photo'>): string {
  const { body, quotes, publishedAt } = flyer
  const quote = body.quote ? spokenQuote(body.quote, quotes) : undefined
  const part = (name: 'scene' | 'doing' | 'bringing' | 'start') =>
    name === 'scene' ? body.lines.scene : `${lineWord(name)}\n\n${body.lines[name]}`
  return [
    body.lines.headline,
    `${body.title}, van ${body.organisation} in ${body.place}. Sinds ${monthOf(body.startedOn)}.`,
    ...(practice.fictional ? ['Dit is een verzonnen voorbeeld.'] : []),
    ...(stopped ? ['Deze praktijk is gestopt. Hier staat hoe het was.'] : []),
    part('scene'),
    part('doing'),
    part('bringing'),
    ...(quote ? [`“${quote.text}”${quote.by ? `\n${quote.by}` : ''}`] : []),
    part('start'),
    `Lees meer of stel een vraag: ${baseUrl}${practiceUrl(practice)}`,
    `Flyer van ${inDutch(publishedAt)}. ${FOOT}.`,
  ].join('\n\n')
}
