import { dayInDutch } from '../foundation/day.ts'
import { Band, Example, Facts, Heading, Lead, Rows, Small } from '../foundation/ui/index.ts'
import type { CallAccount } from './account.store.ts'
import { type Call, callUrl } from './call.ts'
import { ExampleMark } from './example-mark.part.tsx'
import { FEWEST_PRACTICES, shownKappa } from './kappa.ts'

const figure = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** What became of one call, for everyone: counts, how far readers agreed, and who was chosen. */
export function AccountPage({ call, account, closed }: { call: Call; account: CallAccount; closed: boolean }) {
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">
          <a href={callUrl(call)}>{call.title}</a>
        </p>
        <Heading level={1}>Verantwoording {call.year}</Heading>
        <ExampleMark fictional={call.fictional} />
        <Lead>Hoeveel praktijken er kwamen, hoe we lazen en wat we kozen.</Lead>
      </Band>
      {closed ? (
        <Counts account={account} />
      ) : (
        <Band>
          <p>
            Aanmelden kan tot en met {dayInDutch(call.closesOn)}. Daarna staat hier hoeveel praktijken er kwamen en hoe
            we kozen.
          </p>
        </Band>
      )}
    </>
  )
}

function Counts({ account }: { account: CallAccount }) {
  const { nominated, decided, chosen, judged, pairs } = account
  const waiting = nominated - decided
  const kappa = shownKappa(judged, pairs)
  const equal = pairs.filter(([one, other]) => one === other).length
  return (
    <>
      <Band>
        <Heading level={2}>In getallen</Heading>
        <Facts
          items={[
            { term: 'Aangemeld', value: nominated },
            { term: 'Gekozen', value: chosen.length },
            { term: 'Niet gekozen', value: decided - chosen.length },
            ...(waiting > 0 ? [{ term: 'Nog in behandeling', value: waiting }] : []),
          ]}
        />
        <Small>Wie niet gekozen is, noemen we niet. Zij kregen zelf bericht, met de reden en een advies.</Small>
      </Band>
      <Band tone="boter">
        <Heading level={2}>Hoe eens waren de meelezers?</Heading>
        {pairs.length === 0 ? (
          <p>Er is nog niets om te vergelijken.</p>
        ) : (
          <p>
            Elke praktijk is gelezen door twee mensen, los van elkaar. Op {equal} van de {pairs.length} punten zeiden
            zij hetzelfde.
          </p>
        )}
        {kappa === undefined ? (
          pairs.length > 0 && judged < FEWEST_PRACTICES ? (
            <p>
              Of dat meer is dan toeval, zeggen we pas vanaf {FEWEST_PRACTICES} praktijken. Het zijn er nu {judged}.
            </p>
          ) : null
        ) : (
          <p>
            Gewogen kappa: <strong>{figure.format(kappa)}</strong>. Dat getal laat zien hoeveel vaker zij het eens zijn
            dan bij toeval: 1 is altijd, 0 is niet vaker dan toeval. Een verschil van één stap telt half.
          </p>
        )}
      </Band>
      <Band>
        <Heading level={2}>Gekozen</Heading>
        {chosen.length === 0 ? <p>Er is nog geen praktijk gekozen.</p> : null}
        <ChosenList chosen={chosen} />
      </Band>
    </>
  )
}

function ChosenList({ chosen }: Pick<CallAccount, 'chosen'>) {
  const published = chosen.filter(({ slug }) => slug !== null)
  const coming = chosen.filter(({ slug }) => slug === null)
  return (
    <>
      {published.length > 0 ? (
        <Rows
          items={published.map(({ title, line, slug, fictional }) => ({
            href: `/praktijken/${slug}`,
            title,
            text: line,
            ...(fictional ? { badge: <Example /> } : {}),
          }))}
        />
      ) : null}
      {coming.length > 0 ? (
        <p>{coming.length === 1 ? 'Eén praktijk wordt' : `${coming.length} praktijken worden`} nog beschreven.</p>
      ) : null}
    </>
  )
}
