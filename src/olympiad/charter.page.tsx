import { inDutch } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Badge,
  Band,
  Button,
  Choices,
  Disclosure,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  Notice,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import type { Charter } from './charter.ts'
import { chairUrl } from './olympiad.context.ts'
import { MOST_ROLES, RULE_VALUES, ruleValue } from './olympiad.form.ts'
import type { Olympiad, StakeholderRole } from './olympiad.ts'
import { type Rule, ruleDetail, ruleSentence } from './rule.ts'

/** An Olympiade as the form of its plan shows it. */
export function planTyped(olympiad: Olympiad, roles: readonly StakeholderRole[]): Typed {
  return {
    titel: olympiad.title,
    vraag: olympiad.question,
    intro: olympiad.intro,
    plaats: olympiad.place,
    begint: olympiad.startsOn,
    eindigt: olympiad.endsOn,
    hulp: olympiad.help,
    geld: olympiad.funder,
    regel: ruleValue(olympiad.rule as Rule),
    minimum: String(olympiad.minimum),
    openheid: olympiad.mode === 'open' ? 'open' : 'vertrouwelijk',
    verwijderregel: olympiad.removalRule,
    versie: String(olympiad.version),
    ...Object.fromEntries(
      roles.flatMap((role, at): [string, string][] => [
        [`groep${at + 1}`, role.name],
        [`meervoud${at + 1}`, role.plural],
        [`doel${at + 1}`, String(role.target)],
        [`kort${at + 1}`, role.slug],
      ]),
    ),
  }
}

/** What an Olympiade is about, who counts apart, and how is counted: as long as nothing is locked. */
export function PlanPage({
  olympiad,
  typed,
  errors,
  saved,
}: {
  olympiad: Olympiad
  typed: Typed
  errors: FieldError[]
  saved: boolean
}) {
  const line = (name: string, label: string, more: { hint?: string; optional?: true; type?: 'date' } = {}) => (
    <Field
      label={label}
      name={name}
      value={typed[name]}
      error={errorFor(errors, name)}
      {...more}
      {...(more.type === 'date' ? { size: 'short' as const } : {})}
    />
  )
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Opzet</Heading>
        <Lead>Tot je de spelregels vastlegt, kan dit allemaal nog anders.</Lead>
        {saved ? <Notice tone="ok" title="Bewaard" /> : null}
        <ErrorSummary errors={errors} />
      </Band>
      <Band>
        <Form action={chairUrl(olympiad, 'opzet')}>
          <input type="hidden" name="versie" value={typed.versie ? String(typed.versie) : ''} />
          {line('titel', 'Titel')}
          {line('vraag', 'De vraag', {
            hint: 'Zoals iemand op straat hem zou stellen: “Wat is goede hulp in de buurt?”',
          })}
          <TextArea
            label="Waar het over gaat"
            name="intro"
            rows={6}
            value={typed.intro}
            error={errorFor(errors, 'intro')}
          />
          {line('plaats', 'Waar', { optional: true })}
          {line('begint', 'Eerste dag', { type: 'date' })}
          {line('eindigt', 'Laatste dag', { type: 'date' })}
          {line('hulp', 'Hulp bij het meedoen', {
            optional: true,
            hint: '“Bel 000 123, of vraag een papieren formulier.”',
          })}
          {line('geld', 'Wie betaalt dit?', { optional: true })}
          <fieldset class="role-rows">
            <legend>Welke groepen tellen apart?</legend>
            <p class="utrecht-form-field-description">
              Elke groep heeft straks genoeg stemmen nodig. Laat leeg wat je niet gebruikt.
            </p>
            {errorFor(errors, 'groep1') ? (
              <p class="utrecht-form-field-error-message">{errorFor(errors, 'groep1')}</p>
            ) : null}
            {Array.from({ length: MOST_ROLES }, (_, at) => at + 1).map((at) => (
              <div class="role-row">
                <input type="hidden" name={`kort${at}`} value={String(typed[`kort${at}`] ?? '')} />
                <Field label={`Groep ${at}`} name={`groep${at}`} value={typed[`groep${at}`]} optional />
                <Field
                  label={`Meervoud van groep ${at}`}
                  name={`meervoud${at}`}
                  value={typed[`meervoud${at}`]}
                  optional
                />
                <Field
                  label={`Hoeveel mensen van groep ${at} je hoopt te vinden`}
                  name={`doel${at}`}
                  size="short"
                  inputmode="numeric"
                  value={typed[`doel${at}`]}
                  optional
                />
              </div>
            ))}
          </fieldset>
          <p>
            <strong>Wanneer is een zin gedragen?</strong>
          </p>
          <Disclosure summary="Andere telregel" open={typed.regel !== 'gedeeld'}>
            <Choices
              type="radio"
              legend="Telregel"
              name="regel"
              options={Object.entries(RULE_VALUES).map(([value, rule]) => ({
                value,
                label: ruleSentence(rule),
                hint: ruleDetail(rule),
              }))}
              value={typed.regel}
              error={errorFor(errors, 'regel')}
            />
          </Disclosure>
          <Field
            label="Minstens zoveel stemmen per groep"
            name="minimum"
            size="short"
            inputmode="numeric"
            hint="Nooit minder dan vijf"
            value={typed.minimum}
            error={errorFor(errors, 'minimum')}
          />
          <Choices
            type="radio"
            legend="Wie kan zien wie wat koos?"
            name="openheid"
            options={[
              {
                value: 'vertrouwelijk',
                label: 'Niemand',
                hint: 'Ook jij en de redactie niet. Zo praat iedereen vrij.',
              },
              {
                value: 'open',
                label: 'Iedereen die meedoet',
                hint: 'Na de sluiting, met de naam die iemand zelf opgeeft. Anderen zien alleen wat elke groep vond.',
              },
            ]}
            value={typed.openheid}
            error={errorFor(errors, 'openheid')}
          />
          <TextArea
            label="Wanneer gaan stemmen uit de telling?"
            name="verwijderregel"
            rows={3}
            hint="Achteraf kan alleen volgens deze regel"
            value={typed.verwijderregel}
            error={errorFor(errors, 'verwijderregel')}
          />
          <Button>Bewaar</Button>
        </Form>
      </Band>
    </>
  )
}

/** Who can see who chose what, in words. */
export const MODE_WORDS: Record<Charter['mode'], string> = {
  confidential: 'Niemand ziet wie wat koos: de voorzitter niet, de redactie niet, en in geen enkel bestand.',
  open: 'Wie meedoet, ziet na de sluiting wie wat koos, met naam. Anderen zien alleen wat elke groep vond.',
}

/** The rules of the game in words: as planned, or as they are locked. */
export function CharterWords({ rule, minimum, mode, roles, removalRule }: Omit<Charter, 'olympiad' | 'lockedAt'>) {
  return (
    <>
      <p>
        <strong>{ruleSentence(rule)}</strong>
      </p>
      <ul>
        <li>
          Elke groep telt apart: {roles.map(({ plural }) => plural).join(', ')}. Zo kan een grote groep een kleine niet
          overstemmen. Minstens {minimum} stemmen per groep, anders volgt er geen uitspraak.
        </li>
        <li>{MODE_WORDS[mode]}</li>
        <li>Tot de sluiting ziet niemand een tussenstand.</li>
        <li>{removalRule}</li>
      </ul>
      <Disclosure summary="De precieze telling">
        <p>{ruleDetail(rule)}</p>
        <p>Deze manier van tellen is van ons. Zo is er in 2008–2012 niet geteld.</p>
      </Disclosure>
    </>
  )
}

/** Locks the rules, after showing what is locked and who can't reach the minimum. */
export function CharterPage({
  olympiad,
  planned,
  charter,
  outOfReach,
}: {
  olympiad: Olympiad
  planned: Omit<Charter, 'olympiad' | 'lockedAt'>
  charter: Charter | undefined
  outOfReach: StakeholderRole[]
}) {
  return (
    <Band tone="wad">
      <Heading level={1}>Spelregels</Heading>
      {charter ? (
        <p>
          <Badge tone="ok">ligt vast</Badge> Vastgelegd op {inDutch(charter.lockedAt)}. Hier verandert niets meer aan.
        </p>
      ) : null}
      <CharterWords {...(charter ?? planned)} />
      {charter ? null : (
        <>
          {outOfReach.length > 0 ? (
            <Notice tone="warning" title="Deze groepen kunnen het minimum nog niet halen">
              <p>
                Er zijn minder dan {planned.minimum} mensen uitgenodigd van:{' '}
                {outOfReach.map(({ plural }) => plural).join(', ')}. Haal je een groep weg in de opzet, of nodig je er
                nog mensen voor uit?
              </p>
            </Notice>
          ) : null}
          <p>Vastleggen kan één keer, en kan niet terug. Daarna staan ze voor iedereen op de pagina.</p>
          <Form action={chairUrl(olympiad, 'spelregels')}>
            <input type="hidden" name="versie" value={String(olympiad.version)} />
            <Button>Leg de spelregels vast</Button>
          </Form>
        </>
      )}
      <Small>
        <a href={chairUrl(olympiad)}>Terug naar het overzicht</a>
      </Small>
    </Band>
  )
}
