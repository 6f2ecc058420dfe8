import { z } from 'zod'
import { FIRST_HEIGHT, frameSnippet, type Widget, widgetTitle } from './widget.ts'

const pixels = z.coerce.number().int().min(200).max(5_000).optional().catch(undefined)

/** What is asked of oEmbed: an address of our widget, and how much room there is. */
export const readOembed = (baseUrl: string) =>
  z.object({
    url: z
      .string('Geef in url het adres van het zoekveld.')
      .max(2_000, 'Dit adres is te lang.')
      .transform((text, context) => {
        const url = URL.canParse(text) ? new URL(text) : undefined
        if (url?.origin === new URL(baseUrl).origin && url.pathname === '/insluiten/zoeken') return url
        context.addIssue(`Dit is geen adres van ons zoekveld. Het begint met ${baseUrl}/insluiten/zoeken.`)
        return z.NEVER
      }),
    format: z.string().max(20).default('json'),
    maxwidth: pixels,
    maxheight: pixels,
  })

/** The widget as oEmbed 1.0 describes something rich. */
export function oembedOf(
  widget: Widget,
  room: { baseUrl: string; maxwidth: number | undefined; maxheight: number | undefined },
): object {
  const { baseUrl, maxwidth = 640, maxheight = FIRST_HEIGHT } = room
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'Verankerd',
    provider_url: baseUrl,
    title: widgetTitle(widget),
    width: Math.min(maxwidth, 640),
    height: Math.min(maxheight, FIRST_HEIGHT),
    cache_age: 86_400,
    html: frameSnippet(widget, baseUrl),
  }
}
