import { inDutchWithTime } from '../foundation/clock.ts'
import type { Posted } from '../foundation/mail/index.ts'
import { Band, Heading, Lead } from '../foundation/ui/index.ts'

/** The mail of a trial installation: nothing leaves the machine, everything can be read here. */
export function PostPage(props: { post: Posted[] }) {
  return (
    <Band>
      <Heading level={1}>Post van de proefopstelling</Heading>
      <Lead>Er gaat geen mail de deur uit. Wat verstuurd zou zijn, lees je hier.</Lead>
      {props.post.length === 0 ? <p>Er is nog geen post.</p> : null}
      {props.post.map((mail) => (
        <article class="letter">
          <Heading level={2}>{mail.subject}</Heading>
          <p>
            Aan {mail.to ?? 'iemand (adres gewist)'}, {inDutchWithTime(mail.createdAt)}
          </p>
          <p class="letter__text">
            {mail.text ? linked(mail.text) : 'De tekst is gewist, want daarmee kon je inloggen.'}
          </p>
        </article>
      ))}
    </Band>
  )
}

function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, at) => (at % 2 === 1 ? <a href={part}>{part}</a> : part))
}
