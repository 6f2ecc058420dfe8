import { inDutchWithTime } from '../foundation/clock.ts'
import {
  Actions,
  Badge,
  Band,
  Button,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Lead,
  Notice,
} from '../foundation/ui/index.ts'
import type { CatalogueAddress } from './catalogue-address.ts'
import { PROOF_FILE, type ProviderDomain, proofRecord } from './domain.ts'
import { type Provider, providerDeskUrl } from './provider.ts'
import { faultOf, type Written } from './written.ts'

/** From where a catalogue may be read: domains that are the provider's, and addresses on them. */
export function AddressesPage(props: {
  provider: Provider
  domains: ProviderDomain[]
  addresses: CatalogueAddress[]
  written: Written
}) {
  const { provider, domains, addresses, written } = props
  const url = providerDeskUrl(provider)
  const isSeen = domains.some(({ verifiedAt }) => verifiedAt !== null)
  return (
    <>
      <Band tone="wad">
        <ErrorSummary errors={written.errors} />
        <Heading level={1}>Jullie aanbod op jullie eigen site</Heading>
        <Lead>Staat jullie aanbod al ergens op het web? Dan halen wij het daar op, als je wilt elke nacht.</Lead>
      </Band>
      <Band labelledby="domeinen">
        <Heading level={2} id="domeinen">
          Eerst: welke site is van jullie?
        </Heading>
        {domains.map((one) => (
          <Domain domain={one} url={url} />
        ))}
        <Form action={`${url}/domeinen`} label="Noem een site">
          <Field
            label={domains.length === 0 ? 'Naam van jullie site' : 'Nog een site'}
            name="domein"
            spellcheck={false}
            hint="Bijvoorbeeld opleider.nl"
            value={written.typed.domein}
            {...faultOf(written.errors, 'domein')}
          />
          <Button kind={isSeen ? 'secondary' : 'primary'}>Noem deze site</Button>
        </Form>
      </Band>
      {isSeen ? (
        <Band tone="boter" labelledby="adressen">
          <Heading level={2} id="adressen">
            Dan: op welk adres staat jullie aanbod?
          </Heading>
          {addresses.map((one) => (
            <Address address={one} url={url} />
          ))}
          <Form action={`${url}/adressen`} label="Voeg een adres toe">
            <Field
              label={addresses.length === 0 ? 'Adres van jullie aanbod' : 'Nog een adres'}
              name="adres"
              type="url"
              hint="Een bestand (CSV, Excel of JSON), een pagina met schema.org, of een lijst van de Open Education API, zoals https://opleider.nl/oeapi/v6/courses"
              value={written.typed.adres}
              {...faultOf(written.errors, 'adres')}
            />
            <Button>Voeg dit adres toe</Button>
          </Form>
        </Band>
      ) : null}
    </>
  )
}

function Domain({ domain: one, url }: { domain: ProviderDomain; url: string }) {
  const at = `${url}/domeinen/${one.id}`
  return (
    <section class="catalogue-part" aria-label={one.domain}>
      <p>
        <strong>{one.domain}</strong>{' '}
        <Badge tone={one.verifiedAt ? 'ok' : 'warn'}>{one.verifiedAt ? 'is van jullie' : 'nog niet gezien'}</Badge>
      </p>
      {one.verifiedAt ? null : (
        <>
          <p>Laat zien dat deze site van jullie is. Eén van deze twee is genoeg:</p>
          <ul class="points">
            <li>
              een TXT-record <code>{proofRecord(one.domain)}</code> met als inhoud <code>{one.code}</code>
            </li>
            <li>
              een bestand op <code>{`https://${one.domain}${PROOF_FILE}`}</code> met daarin <code>{one.code}</code>
            </li>
          </ul>
          <p>Weet je niet hoe? Stuur dit door aan wie jullie site beheert.</p>
          {one.declinedAt === null ? (
            <p>De redactie ziet ook dat jullie deze site noemden. Bevestigt zij hem, dan krijgen jullie een mail.</p>
          ) : null}
          {one.declinedAt === null ? null : (
            <Notice tone="warning" title="De redactie kon dit niet bevestigen">
              <p>{one.declined}</p>
              <p>Laat het zelf zien met de code hierboven. Dan is het meteen in orde.</p>
            </Notice>
          )}
          {one.refused === '' || one.lookedAt === null ? null : (
            <Notice tone="warning" title={`We keken op ${inDutchWithTime(one.lookedAt)}`}>
              <p>{one.refused}</p>
            </Notice>
          )}
        </>
      )}
      <Actions>
        {one.verifiedAt ? null : (
          <Form action={`${at}/bewijs`} label={`Kijk of ${one.domain} van jullie is`}>
            <Button kind="secondary">Kijk nu</Button>
          </Form>
        )}
        <Form action={`${at}/einde`} label={`Haal ${one.domain} weg`}>
          <Button kind="subtle">Haal {one.domain} weg</Button>
        </Form>
      </Actions>
    </section>
  )
}

function Address({ address: one, url }: { address: CatalogueAddress; url: string }) {
  const at = `${url}/adressen/${one.id}`
  return (
    <section class="catalogue-part" aria-label={one.url}>
      <p class="training-words">
        <strong>{one.url}</strong> {one.dailySince ? <Badge tone="ok">elke nacht</Badge> : null}
      </p>
      <Actions>
        <Form action={`${at}/lezing`} label={`Lees ${one.url}`}>
          <Button kind="secondary">Lees nu</Button>
        </Form>
        <Form action={`${at}/${one.dailySince ? 'nacht/einde' : 'nacht'}`} label={`Elke nacht: ${one.url}`}>
          <Button kind="secondary">{one.dailySince ? 'Niet meer elke nacht' : 'Lees elke nacht'}</Button>
        </Form>
        <Form action={`${at}/einde`} label={`Haal weg: ${one.url}`}>
          <Button kind="subtle">Haal weg</Button>
        </Form>
      </Actions>
      {one.dailySince ? (
        <p>
          Wat nieuw is of verandert, staat er de volgende ochtend. Wat er niet meer in staat, blijft staan tot je het
          zelf weghaalt. Kunnen we iets niet lezen, dan krijg je een mail.
        </p>
      ) : null}
    </section>
  )
}
