import type { Child } from 'hono/jsx'
import {
  Actions,
  Band,
  Button,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  type Row,
  Rows,
  SignOut,
  Small,
} from '../foundation/ui/index.ts'

/** A heading with my things under it; `empty` says what to do when there are none. */
export interface MineSection {
  title: string
  items: Row[]
  empty: Child
}

/** The front page of everything that is mine. */
export function MinePage(props: { name: string; sections: MineSection[]; tasks: Row[]; rooms: Row[] }) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>{props.name ? `Dag ${props.name.split(' ')[0]}` : 'Van jou'}</Heading>
        <Lead>Deze pagina zie alleen jij.</Lead>
      </Band>
      {props.tasks.length > 0 ? (
        <Band tone="boter">
          <Heading level={2}>Wacht op jou</Heading>
          <Rows items={props.tasks} />
        </Band>
      ) : null}
      <Band>
        {props.rooms.length > 0 ? (
          <>
            <Heading level={2}>Je werk hier</Heading>
            <Rows items={props.rooms} />
          </>
        ) : null}
        {props.sections.map((section) => (
          <>
            <Heading level={2}>{section.title}</Heading>
            {section.items.length > 0 ? <Rows items={section.items} /> : <p>{section.empty}</p>}
          </>
        ))}
      </Band>
      <Band tone="wad">
        <Heading level={2}>Je gegevens</Heading>
        <Rows
          items={[
            { href: '/mijn/account', title: 'Je naam, je apparaten en hoe je inlogt' },
            {
              href: '/mijn/gegevens',
              title: 'Alles meenemen',
              text: 'Een ZIP-bestand met alles wat we over je bewaren.',
            },
            { href: '/mijn/woorden', title: 'Wat je hier zei of schreef', text: 'Lees het terug, of haal het weg.' },
            { href: '/mijn/wissen', title: 'Je account wissen' },
          ]}
        />
        <SignOut />
      </Band>
    </>
  )
}

/** Says what the export holds, before it is made. */
export function TakeoutPage(props: { tables: { title: string; count: number }[] }) {
  return (
    <Band narrow>
      <Heading level={1}>Alles meenemen</Heading>
      <Lead>
        Je krijgt een ZIP-bestand. Daarin staat alles wat we over je bewaren, om te lezen en om elders te gebruiken.
      </Lead>
      <ul>
        {props.tables.map((table) => (
          <li>
            {table.title} ({table.count})
          </li>
        ))}
      </ul>
      <Form action="/mijn/gegevens" nonce={false}>
        <Button>Haal mijn gegevens op</Button>
      </Form>
      <Small>Zit je op een gedeelde computer? Dan kan een ander het bestand in de downloadmap vinden.</Small>
    </Band>
  )
}

/** The word that must be typed to erase an account. */
export const ERASE_WORD = 'wissen'

/** Asks once more, and says what goes and what stays. */
export function ErasePage(props: { errors: FieldError[]; typed: string }) {
  return (
    <Band narrow>
      <ErrorSummary errors={props.errors} />
      <Heading level={1}>Je account wissen</Heading>
      <Lead>Dit kun je niet terugdraaien.</Lead>
      <Heading level={2}>Dit gaat weg</Heading>
      <ul>
        <li>Je naam, je mailadres en hoe je inlogt.</li>
        <li>Je bewaarde reflecties. Wij vernietigen de sleutel, dus niemand kan ze nog lezen.</li>
        <li>Wat je bewaarde om later te lezen.</li>
      </ul>
      <Heading level={2}>Dit blijft</Heading>
      <ul>
        <li>Antwoorden die je anoniem liet meetellen. Die zijn niet meer van jou te onderscheiden.</li>
        <li>Besluiten die je als redacteur nam. Je naam staat er niet meer bij.</li>
        <li>Wat je zelf printte of downloadde.</li>
      </ul>
      <Form action="/mijn/wissen">
        <Field
          label={`Typ “${ERASE_WORD}” om door te gaan`}
          name="woord"
          value={props.typed}
          error={errorFor(props.errors, 'woord')}
          autocomplete="off"
          size="short"
        />
        <Actions>
          <Button kind="danger">Wis mijn account</Button>
          <LinkButton kind="subtle" href="/mijn">
            Toch niet
          </LinkButton>
        </Actions>
      </Form>
    </Band>
  )
}

/** Said once, right after. */
export function ErasedPage() {
  return (
    <Band narrow>
      <Heading level={1}>We wissen je account</Heading>
      <Lead>
        Je bent uitgelogd. Binnen een paar minuten is alles weg. In reservekopieën verdwijnt het binnen 30 dagen.
      </Lead>
      <p>
        <LinkButton href="/">Naar de voorpagina</LinkButton>
      </p>
    </Band>
  )
}
