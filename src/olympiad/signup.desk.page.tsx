import { Actions, Band, Button, Form, Heading, Lead, LinkButton, Notice, Small, Table } from '../foundation/ui/index.ts'
import type { Olympiad, StakeholderRole } from './olympiad.ts'
import { programmeDeskUrl } from './programme.ts'
import type { KeptSignup } from './signup.store.ts'
import { balance, signupsUrl } from './signup.ts'
import type { HallTable } from './table.ts'

interface View {
  olympiad: Olympiad
  roles: StakeholderRole[]
  signups: KeptSignup[]
  tables: HallTable[]
  /** How many were just invited. */
  invited: number | undefined
}

function Balance({ roles, signups }: Pick<View, 'roles' | 'signups'>) {
  return (
    <Table
      caption="Wie er komen, naast wie je hoopte"
      columns={[
        { label: 'Groep' },
        { label: 'Komen', numeric: true },
        { label: 'Gehoopt', numeric: true },
        { label: 'Nog' },
      ]}
      rows={balance(roles, signups).map(({ role, coming, missing }) => [
        role.plural,
        coming,
        role.target,
        missing === 0 ? 'genoeg' : `nog ${missing}`,
      ])}
    />
  )
}

function Needs({ signups }: Pick<View, 'signups'>) {
  const needs = signups.filter((one) => one.needs !== '')
  const asked = signups.filter((one) => one.reimbursement)
  return (
    <Band tone="boter" narrow>
      <Heading level={2}>Wat mensen nodig hebben</Heading>
      {needs.length === 0 ? (
        <p>Niemand schreef iets op.</p>
      ) : (
        <ul>
          {needs.map((one) => (
            <li>
              {one.needs} ({one.name ?? 'zonder naam'})
            </li>
          ))}
        </ul>
      )}
      <p>
        {asked.length === 0
          ? 'Niemand vroeg om een vergoeding.'
          : `Een vergoeding vragen: ${asked.map(({ name }) => name ?? 'zonder naam').join(', ')}.`}
      </p>
    </Band>
  )
}

function Invite({ olympiad, wie, label }: { olympiad: Olympiad; wie: string; label: string }) {
  return (
    <Form action={`${signupsUrl(olympiad)}/uitnodiging`}>
      <input type="hidden" name="wie" value={wie} />
      <Button kind="secondary">{label}</Button>
    </Form>
  )
}

/** Everyone who comes, for the chairs of this Olympiade alone. */
export function SignupsPage({ olympiad, roles, signups, tables, invited }: View) {
  const roleName = (slug: string) => roles.find((role) => role.slug === slug)?.name ?? slug
  const tableName = (id: string | null) => tables.find((table) => table.id === id)?.number ?? 'maakt niet uit'
  const waiting = signups.filter((one) => one.invitedAt === null && one.mail !== null)
  return (
    <>
      <Band tone="wad" narrow>
        <Heading level={1}>Wie er komen</Heading>
        <Lead>{olympiad.title}</Lead>
        {invited === undefined ? null : (
          <Notice
            tone="ok"
            title={invited === 1 ? 'Eén uitnodiging is verstuurd' : `${invited} uitnodigingen zijn verstuurd`}
          />
        )}
        <Balance roles={roles} signups={signups} />
        <Small>
          Alleen de voorzitters van deze Olympiade zien deze pagina. Namen, mailadressen en wat mensen nodig hebben,
          gaan vier weken na de dag weg.
        </Small>
        <Actions>
          <LinkButton href={programmeDeskUrl(olympiad)} kind="secondary">
            Programma en tafels
          </LinkButton>
        </Actions>
      </Band>
      <Needs signups={signups} />
      <Band>
        <Heading level={2}>De lijst</Heading>
        {signups.length === 0 ? (
          <p>Er heeft zich nog niemand aangemeld.</p>
        ) : (
          <Table
            caption={`${signups.length} aangemeld`}
            columns={[{ label: 'Naam' }, { label: 'Komt als' }, { label: 'Tafel' }, { label: 'Rondes' }]}
            rows={signups.map((one) => [
              one.name ?? 'zonder naam',
              roleName(one.role),
              tableName(one.table),
              one.invitedAt !== null ? (
                'uitgenodigd'
              ) : one.mail === null ? (
                'geen mailadres'
              ) : (
                <Invite olympiad={olympiad} wie={one.id} label={`Nodig ${one.name ?? 'deze persoon'} uit`} />
              ),
            ])}
          />
        )}
        {waiting.length > 1 ? (
          <Actions>
            <Invite olympiad={olympiad} wie="iedereen" label={`Nodig alle ${waiting.length} uit voor de rondes`} />
          </Actions>
        ) : null}
      </Band>
    </>
  )
}
