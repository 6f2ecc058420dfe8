import { Band, Example, Heading, Lead, LinkButton, Rows } from '../foundation/ui/index.ts'
import { originLink } from '../thread/index.ts'
import type { Edition } from './edition.store.ts'
import { KnotOf } from './knot-of.part.tsx'
import { NotBinding } from './not-binding.part.tsx'
import type { Standard } from './standard.store.ts'
import type { KnotName } from './standard.ts'

/** What an inwoner may expect, five lines to choose from. */
export function ResidentsPage(props: {
  items: { slug: string; title: string; name: string; code: string; knot: KnotName | undefined }[]
}) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Wat mag je verwachten?</Heading>
        <Lead>Je krijgt hulp van een sociaal werker. Dit is wat goede hulp is, in gewone woorden.</Lead>
        <NotBinding />
      </Band>
      <Band>
        <ul class="standards">
          {props.items.map(({ slug, title, name, code, knot }) => (
            <li class="standards__row">
              <span class="standards__drawing">
                <KnotOf knot={knot} code={code} size={72} />
              </span>
              <div class="standards__words stack stack--tight">
                <h2 class="standards__name">
                  <a href={`/wat-mag-je-verwachten/${slug}`}>{title}</a>
                </h2>
                <p class="standards__line">In vaktaal: {name.toLowerCase()}</p>
              </div>
            </li>
          ))}
        </ul>
      </Band>
    </>
  )
}

/** One screen for an inwoner: what to expect, what to ask, and what if it goes another way. */
export function ResidentPage(props: {
  standard: Standard
  edition: Edition
  next: { href: string; title: string } | undefined
}) {
  const { resident, name, knot, code } = props.standard.text
  return (
    <>
      <Band tone="wad">
        <div class="standard-head">
          <div class="stack">
            <Heading level={1}>{resident.title}</Heading>
            <NotBinding />
            {props.edition.framework.fictional ? <Example /> : null}
          </div>
          <KnotOf knot={knot} code={code} size={120} />
        </div>
      </Band>
      <Band>
        <div class="halves">
          <section class="stack">
            <Heading level={2}>Dit mag je verwachten</Heading>
            <ul class="points">
              {resident.expect.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </section>
          <section class="stack">
            <Heading level={2}>Dit kun je vragen</Heading>
            <ul class="points">
              {resident.ask.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </section>
        </div>
      </Band>
      <Band tone="boter">
        <Heading level={2}>Gaat het anders?</Heading>
        <p>{resident.ifNot}</p>
        {props.next ? (
          <p>
            <LinkButton href={props.next.href} kind="secondary">
              Volgende: {props.next.title}
            </LinkButton>
          </p>
        ) : (
          <p>
            <LinkButton href="/wat-mag-je-verwachten" kind="secondary">
              Kijk alles nog eens terug
            </LinkButton>
          </p>
        )}
        <Rows
          items={[
            {
              href: `/kenmerken/${props.standard.slug}`,
              title: `In vaktaal: ${name.toLowerCase()}`,
            },
            { href: originLink(props.standard.item), title: 'Waar komt dit vandaan?' },
          ]}
        />
      </Band>
    </>
  )
}
