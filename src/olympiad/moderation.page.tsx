import { inDutch } from '../foundation/clock.ts'
import { Badge, Band, Button, Choices, Field, Form, Heading, Lead, Rows, Small, Table } from '../foundation/ui/index.ts'
import { type Brought, MODERATION_RULES, type Moderated, moderationRule } from './moderation.ts'
import { chairUrl } from './olympiad.context.ts'
import { type Olympiad, olympiadUrl, type StakeholderRole } from './olympiad.ts'

const KIND = { proposal: 'Voorstel', reason: 'Reden' } as const

const roleName = (roles: readonly StakeholderRole[], slug: string): string =>
  roles.find((role) => role.slug === slug)?.name ?? slug

/** What waits: the words with the group, and the rules to decide by. */
export function ModerationDeskPage({
  olympiad,
  roles,
  waiting,
}: {
  olympiad: Olympiad
  roles: StakeholderRole[]
  waiting: (Brought & { text: string })[]
}) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Redenen en voorstellen</Heading>
        <Lead>
          {waiting.length === 0
            ? 'Er wacht niets.'
            : 'Niemand anders ziet dit, tot jij het doorlaat. Wie het schreef, weet ook jij niet.'}
        </Lead>
        <p>
          Wat je besluit, staat met de regel erbij in het{' '}
          <a href={`${olympiadUrl(olympiad)}/toelating`}>openbare lijstje</a>.
        </p>
      </Band>
      {waiting.map((one) => (
        <Band>
          <Heading level={2}>
            {KIND[one.kind]} van een {roleName(roles, one.role)}
          </Heading>
          {one.about ? <p>Bij: {one.about}</p> : null}
          <blockquote class="brought">{one.text}</blockquote>
          <Form action={chairUrl(olympiad, `toelating/${one.id}`)}>
            <Choices
              type="radio"
              legend="Wat besluit je?"
              name="regel"
              id={`regel-${one.id}`}
              options={MODERATION_RULES.map(({ slug, outcome, words }) => ({
                value: slug,
                label: outcome === 'passed' ? `Doorlaten: ${words}` : `Niet: ${words}`,
              }))}
            />
            <Field
              label="Toelichting in het openbare lijstje"
              name="woorden"
              id={`woorden-${one.id}`}
              optional
              hint="Zonder de woorden zelf te herhalen"
            />
            <Button>Besluit</Button>
          </Form>
        </Band>
      ))}
    </>
  )
}

/** The public log: how many, by which rule; never the words that were refused. */
export function ModerationLogPage({ olympiad, moderated }: { olympiad: Olympiad; moderated: Moderated[] }) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Wat is doorgelaten, en wat niet</Heading>
        <Lead>De voorzitter leest elke reden en elk voorstel, en besluit volgens deze regels.</Lead>
        <ul>
          {MODERATION_RULES.map(({ outcome, words }) => (
            <li>
              <Badge tone={outcome === 'passed' ? 'ok' : 'plain'}>
                {outcome === 'passed' ? 'doorgelaten' : 'niet'}
              </Badge>{' '}
              {words}
            </li>
          ))}
        </ul>
      </Band>
      <Band>
        {moderated.length === 0 ? (
          <p>Er is nog niets besloten.</p>
        ) : (
          <Table
            caption="Besluiten, nieuwste bovenaan"
            columns={[{ label: 'Wat' }, { label: 'Besluit' }, { label: 'Waarom' }, { label: 'Wanneer' }]}
            rows={moderated.map(({ kind, outcome, rule, words, at }) => [
              KIND[kind],
              outcome === 'passed' ? 'doorgelaten' : 'niet doorgelaten',
              [moderationRule(rule)?.words ?? rule, words].filter((part) => part !== '').join(' '),
              inDutch(at),
            ])}
          />
        )}
        <Small>Geweigerde woorden staan hier niet: anders stonden ze er toch.</Small>
        <Rows items={[{ href: olympiadUrl(olympiad), title: olympiad.title, text: 'Terug naar de Olympiade.' }]} />
      </Band>
    </>
  )
}
