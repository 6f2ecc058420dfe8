import { inDutchWithTime } from '../foundation/clock.ts'
import {
  Band,
  Button,
  Choices,
  ErrorSummary,
  Facts,
  Form,
  Heading,
  Lead,
  Notice,
  Rows,
  TextArea,
} from '../foundation/ui/index.ts'
import type { WaitingDomain } from './domain.store.ts'
import { domainDeskUrl, type ProviderDomain } from './domain.ts'
import { type Provider, providerUrl } from './provider.ts'
import { faultOf, type Written } from './written.ts'

/** Sites that providers named and nobody saw yet, for an editor who knows better than a name server. */
export function DomainsPage({ domains, isKept }: { domains: WaitingDomain[]; isKept: boolean }) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Sites van opleiders</Heading>
        <Lead>Een opleider zegt dat een site van hen is. Bevestig je dat, dan lezen we daar hun aanbod.</Lead>
      </Band>
      <Band>
        {isKept ? <Notice tone="ok" title="Bewaard. De opleider krijgt een mail." /> : null}
        {domains.length > 0 ? (
          <Rows
            items={domains.map((one) => ({
              href: domainDeskUrl(one),
              title: one.domain,
              text: `${one.name}, genoemd op ${inDutchWithTime(one.askedAt)}`,
            }))}
          />
        ) : (
          <p>Er wacht niets.</p>
        )}
      </Band>
    </>
  )
}

/** One of them, to decide about. */
export function DomainPage(props: { domain: ProviderDomain; provider: Provider; written: Written }) {
  const { domain, provider, written } = props
  return (
    <>
      <Band tone="wad">
        <ErrorSummary errors={written.errors} />
        <Heading level={1}>
          Is {domain.domain} van {provider.name}?
        </Heading>
        <Lead>Open de site en kijk of hun naam, adres of aanbod erop staat.</Lead>
        <Facts
          items={[
            {
              term: 'De site',
              value: (
                <a href={`https://${domain.domain}/`} rel="noopener nofollow">
                  {domain.domain}
                </a>
              ),
            },
            { term: 'De opleider', value: <a href={providerUrl(provider)}>{provider.name}</a> },
            ...(provider.website === ''
              ? []
              : [
                  {
                    term: 'Hun website, zeggen ze',
                    value: (
                      <a href={provider.website} rel="noopener nofollow">
                        {provider.website}
                      </a>
                    ),
                  },
                ]),
            { term: 'Genoemd op', value: inDutchWithTime(domain.askedAt) },
          ]}
        />
      </Band>
      <Band tone="boter">
        <Form action={domainDeskUrl(domain)} label="Je besluit over deze site">
          <Choices
            type="radio"
            legend="Je besluit"
            name="besluit"
            value={written.typed.besluit}
            options={[
              { value: 'ja', label: 'Ja, dit is hun site', hint: 'Ze krijgen een mail en kunnen verder.' },
              { value: 'nee', label: 'Nee, dat zie ik niet', hint: 'Ze krijgen een mail met je reden.' },
            ]}
            {...faultOf(written.errors, 'besluit')}
          />
          <TextArea
            label="Waarom niet?"
            name="reden"
            rows={3}
            optional
            hint="Alleen bij nee. De opleider leest dit woord voor woord in de mail. Noem geen namen van mensen."
            value={written.typed.reden}
            {...faultOf(written.errors, 'reden')}
          />
          <Button>Bewaar je besluit</Button>
        </Form>
      </Band>
    </>
  )
}
