import type { Child } from 'hono/jsx'
import { Band } from './band.tsx'
import { Heading } from './text.tsx'

/** How a page is passed on: by one's own mail, by its address, or kept. `line` says in the mail what it is about. */
export function ShareBand(props: { title: string; line: string; address: string; save: Child }) {
  const { title, line, address, save } = props
  const mail = new URLSearchParams({ subject: title, body: `${line}\n\n${address}` })
  return (
    <Band tone="wad" labelledby="delen">
      <Heading level={2} id="delen">
        Deel of bewaar
      </Heading>
      <p>
        <a href={`mailto:?${mail.toString().replaceAll('+', '%20')}`}>Mail dit naar een collega</a>, of geef dit adres
        door:
      </p>
      <p class="fixed-link__address">
        <a href={address}>{address}</a>
      </p>
      {save}
    </Band>
  )
}
