import type { Typed } from '../foundation/http/index.ts'
import {
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
  Notice,
  Rows,
  Select,
  Small,
} from '../foundation/ui/index.ts'
import { chairUrl } from './olympiad.context.ts'
import type { Olympiad, StakeholderRole } from './olympiad.ts'
import { MOST_SHEETS } from './paper.form.ts'
import { paperUrl } from './paper.page.tsx'
import type { PaperCounts } from './paper.store.ts'
import { type PaperObjection, paperWords } from './paper.ts'
import { RecruitedFields } from './recruited.part.tsx'
import type { Round } from './round.ts'

interface PaperDeskView {
  olympiad: Olympiad
  round: Round | undefined
  objection: PaperObjection | undefined
  roles: readonly StakeholderRole[]
  counts: PaperCounts | undefined
  typed: Typed
  errors: FieldError[]
}

/** Printing sheets, and how far typing them over has come. */
export function PaperDeskPage({ olympiad, round, objection, roles, counts, typed, errors }: PaperDeskView) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Op papier</Heading>
        <Lead>Wie liever schrijft dan tikt, antwoordt op een formulier.</Lead>
        <ol>
          <li>Jij print formulieren. Op elk staat een eigen code, en geen naam.</li>
          <li>Je deelt ze uit. Schrijf nergens op wie welk formulier kreeg.</li>
          <li>Twee anderen voeren elk formulier in: redacteuren, of een voorzitter die ze niet printte.</li>
          <li>Typen zij hetzelfde, dan telt het. Verschillen ze, dan beslist het papier.</li>
          <li>Na de sluiting vernietigen jullie het papier. Dat staat op het formulier, dus houd je eraan.</li>
        </ol>
      </Band>
      {objection === undefined && round ? (
        <Band>
          <Heading level={2}>Formulieren voor ronde {round.number}</Heading>
          <ErrorSummary errors={errors} />
          <Form action={chairUrl(olympiad, 'papier')}>
            <Select
              label="Voor welke groep?"
              name="groep"
              options={[
                { value: '', label: 'Kies een groep' },
                ...roles.map(({ slug, plural }) => ({ value: slug, label: plural })),
              ]}
              value={typed.groep}
              error={errorFor(errors, 'groep')}
            />
            <Field
              label="Hoeveel formulieren?"
              name="aantal"
              size="short"
              inputmode="numeric"
              hint={`Hooguit ${MOST_SHEETS} tegelijk. Elk formulier telt als één mens die is uitgenodigd.`}
              value={typed.aantal}
              error={errorFor(errors, 'aantal')}
            />
            <RecruitedFields typed={typed} errors={errors} />
            <Button>Maak de formulieren</Button>
          </Form>
          <Heading level={2}>Voor wie al een code heeft</Heading>
          <p>
            Wie in een eerdere ronde op papier meedeed, bewaarde een strookje met de code. Op dit formulier schrijven
            zij die er zelf op. Je mag het kopiëren.
          </p>
          <LinkButton kind="secondary" href={chairUrl(olympiad, 'papier/zonder-code')}>
            Formulier zonder code (PDF)
          </LinkButton>
        </Band>
      ) : (
        <Band>
          <Notice tone="info" title={objection === 'closed' ? 'Printen kan nog niet' : 'Papier kan hier niet'}>
            <p>
              {objection === undefined || objection === 'closed'
                ? 'Dat kan zodra er een ronde open is waarin gewogen wordt: dan liggen de zinnen vast.'
                : paperWords[objection]}
            </p>
          </Notice>
        </Band>
      )}
      {counts === undefined || objection !== undefined ? null : (
        <Band tone="boter">
          <Heading level={2}>Invoeren</Heading>
          <Rows
            items={[
              {
                href: paperUrl(olympiad),
                title: 'Formulieren invoeren',
                text:
                  counts.waiting + counts.differing === 0
                    ? 'Er wacht niets. Geef dit adres aan wie invoert.'
                    : `Nog niet klaar: ${counts.waiting + counts.differing}. Sluit je de ronde, dan tellen die niet mee.`,
              },
            ]}
          />
        </Band>
      )}
    </>
  )
}

/** Codes that were just made, on their way into a document: they are kept nowhere else. */
export function PrintPage({ olympiad, role, codes }: { olympiad: Olympiad; role: StakeholderRole; codes: string[] }) {
  const many = codes.length === 1 ? 'Eén formulier' : `${codes.length} formulieren`
  return (
    <Band>
      <Heading level={1}>
        {many} voor {role.plural}
      </Heading>
      <Notice tone="warning" title="Haal het bestand nu op">
        <p>We bewaren de codes niet. Sluit je deze pagina, dan zijn ze weg en maak je nieuwe formulieren.</p>
      </Notice>
      <Form action={chairUrl(olympiad, 'papier/formulieren')} nonce={false}>
        <input type="hidden" name="groep" value={role.slug} />
        {codes.map((code) => (
          <input type="hidden" name="codes[]" value={code} />
        ))}
        <Button>Haal de formulieren op (PDF)</Button>
      </Form>
      <Small>
        Print dubbelzijdig, één formulier per vel. Gooi het bestand weg als het geprint is: wie een code heeft, kan zien
        wat ermee is geantwoord.
      </Small>
      <p>
        <a href={chairUrl(olympiad, 'papier')}>Terug</a>
      </p>
    </Band>
  )
}
