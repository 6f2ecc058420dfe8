import { Band, Button, Example, Form, Heading, Lead, Notice } from '../foundation/ui/index.ts'
import type { RoleName } from './role.ts'

/** A member of the cast: fictional, and anyone in a trial installation may become them. */
export interface CastMember {
  /** What the form sends. */
  key: string
  id: string
  name: string
  email: string
  /** One sentence on who this is. */
  about: string
  roles: { role: RoleName; organisation: string | null }[]
}

/** Something that goes on now and that anyone may join. */
export interface DemoRoom {
  title: string
  code: string
  href: string
}

/** The cast, one button each. */
export function DemoPage(props: { cast: readonly CastMember[]; rooms: DemoRoom[]; wrong: boolean }) {
  return (
    <>
      <Band tone="wad" narrow>
        <Heading level={1}>Word iemand anders</Heading>
        <Lead>
          Dit is een proefopstelling. Deze mensen en organisaties bestaan niet. Kies wie je wilt zijn, en kijk rond.
        </Lead>
        <p>
          <Example />
        </p>
        {props.wrong ? (
          <Notice tone="error">
            <p>Die persoon staat niet in de lijst. Kies iemand die hieronder staat.</p>
          </Notice>
        ) : null}
        <p>
          Elke nacht wissen we wat bezoekers hier een dag eerder invulden: nieuwe accounts, namen, bewaarde reflecties
          en post. Wie het helemaal leeg wil, begint opnieuw met een lege database.
        </p>
        <p>
          Mail die hier wordt verstuurd, lees je op <a href="/demo/post">de proefpost</a>.
        </p>
        {props.rooms.map(({ title, code, href }) => (
          <p>
            Bij “{title}” is nu een ronde in de zaal. <a href={href}>Doe mee met de code {code}</a>, liefst op je
            telefoon. Word daarna Henk, en bedien het scherm.
          </p>
        ))}
      </Band>
      <Band>
        {props.cast.map((member) => (
          <section class="cast" aria-labelledby={`cast-${member.key}`}>
            <Heading level={2} id={`cast-${member.key}`}>
              {member.name}
            </Heading>
            <p>{member.about}</p>
            <Form action="/demo/inloggen" label={`Word ${member.name}`}>
              <input type="hidden" name="persoon" value={member.key} />
              <Button kind="secondary">Word {member.name}</Button>
            </Form>
          </section>
        ))}
      </Band>
    </>
  )
}
