import { inDutchWithTime } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Badge,
  Band,
  Button,
  Disclosure,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Notice,
  Select,
  Small,
} from '../foundation/ui/index.ts'
import { type Interview, isPlanned, speakersUrl } from './interview.ts'
import type { Practice } from './practice.ts'
import { roleWord, SPEAKER_ROLES } from './quote.ts'
import { type Speaker, speakerName } from './speaker.ts'

export interface PeopleView {
  practice: Practice
  interviews: Interview[]
  speakers: Speaker[]
  /** How many quotes of each speaker there are, and to how many they agreed. */
  quotes: Map<string, { asked: number; agreed: number }>
  form: 'plan' | 'speaker' | undefined
  errors: FieldError[]
  typed: Typed
}

const quoteWords = (count: { asked: number; agreed: number } | undefined): string => {
  if (!count || count.asked + count.agreed === 0) return 'Nog geen citaten.'
  if (count.asked === 0) return `Akkoord op ${count.agreed === 1 ? 'één citaat' : `${count.agreed} citaten`}.`
  const waiting = `${count.asked} ${count.asked === 1 ? 'citaat wacht' : 'citaten wachten'} op akkoord`
  return count.agreed === 0 ? `${waiting}.` : `${waiting}, op ${count.agreed} is er akkoord.`
}

/** Everyone we talk with about a practice, with the way to invite, change or let go of each. */
export function People({ practice, speakers, interviews, quotes, form, errors, typed }: PeopleView) {
  return (
    <Band tone="boter" labelledby="mensen">
      <Heading level={2} id="mensen">
        Mensen met wie je praat
      </Heading>
      {speakers.map((speaker) => (
        <section class="reader" aria-label={speakerName(speaker)}>
          <p>
            <strong>{speakerName(speaker)}</strong> <Badge>{roleWord(speaker.role)}</Badge>
          </p>
          <p>
            {quoteWords(quotes.get(speaker.id))} {speaker.invitedAt ? 'De link om terug te lezen is verstuurd.' : ''}
          </p>
          {speaker.emptiedAt ? null : (
            <div class="side-actions">
              {speaker.mail === null || speaker.mail === '' ? (
                <Small>Geen mailadres: vul het in, of lees samen terug.</Small>
              ) : (quotes.get(speaker.id)?.asked ?? 0) > 0 ? (
                <Form action={`${speakersUrl(practice)}/${speaker.id}/uitnodiging`}>
                  <Button kind="secondary">Stuur de link om terug te lezen</Button>
                </Form>
              ) : (
                <Small>Er is nu niets om terug te lezen. Staat er een citaat klaar, dan stuur je hier de link.</Small>
              )}
              <a href={`${speakersUrl(practice)}/${speaker.id}`}>
                Wijzig<span class="hidden"> {speakerName(speaker)}</span>
              </a>
              <Disclosure summary="Geef een nieuwe link">
                <Form action={`${speakersUrl(practice)}/${speaker.id}/uitnodiging`}>
                  <input type="hidden" name="nieuw" value="ja" />
                  <p>
                    Zag een ander de link? De oude opent dan niets meer.{' '}
                    {speaker.mail
                      ? 'De nieuwe gaat meteen per mail.'
                      : 'Zonder mailadres kan die persoon er dan niet meer in.'}
                  </p>
                  <Button kind="secondary">Maak een nieuwe link</Button>
                </Form>
              </Disclosure>
              <Disclosure summary="Haal deze persoon weg">
                <Form action={`${speakersUrl(practice)}/${speaker.id}/wissen`}>
                  <p>Naam, mailadres en alle citaten gaan dan overal weg. Dit kun je niet terugdraaien.</p>
                  <Button kind="danger">Haal weg</Button>
                </Form>
              </Disclosure>
            </div>
          )}
        </section>
      ))}
      <Disclosure summary="Iemand toevoegen" open={form === 'speaker' || speakers.length === 0}>
        <SpeakerForm
          action={speakersUrl(practice)}
          interviews={interviews.filter(isPlanned)}
          errors={form === 'speaker' ? errors : []}
          typed={form === 'speaker' ? typed : {}}
          button="Voeg toe"
        />
      </Disclosure>
    </Band>
  )
}

/** Who someone is, changed: a mail address that was missing, another talk. */
export function SpeakerEditPage(props: {
  practice: Practice
  speaker: Speaker
  interviews: Interview[]
  errors: FieldError[]
  typed: Typed
  /** What stands there now, when a colleague changed it in the same moment. */
  theirs: Typed | undefined
}) {
  const { practice, speaker, interviews, errors, typed, theirs } = props
  return (
    <Band narrow>
      <ErrorSummary errors={errors} />
      <Heading level={1}>{speakerName(speaker)}</Heading>
      {theirs ? (
        <Notice tone="warning" title="Zo staat het er nu">
          <p>{[theirs.naam, theirs.functie, theirs.mail].filter((part) => part !== '').join(', ')}</p>
          <p>Bewaar opnieuw als jouw versie moet gelden.</p>
        </Notice>
      ) : null}
      <SpeakerForm
        action={`${speakersUrl(practice)}/${speaker.id}`}
        interviews={interviews.filter((one) => isPlanned(one) || one.id === speaker.interview)}
        errors={errors}
        typed={typed}
        button="Bewaar"
      />
    </Band>
  )
}

function SpeakerForm(props: {
  action: string
  interviews: Interview[]
  errors: FieldError[]
  typed: Typed
  button: string
}) {
  const { errors, typed, interviews } = props
  return (
    <Form action={props.action}>
      {typed.versie === undefined ? null : <input type="hidden" name="versie" value={String(typed.versie)} />}
      <Field
        label="Naam"
        hint="Alleen voor de redactie. Hoe iemand bij een citaat staat, kiest die zelf."
        name="naam"
        value={typed.naam}
        error={errorFor(errors, 'naam')}
        autocomplete="off"
      />
      <Field
        label="Wat doet deze persoon?"
        name="functie"
        hint="Bijvoorbeeld: vrijwilliger, buurtwerker, deelnemer"
        value={typed.functie}
        error={errorFor(errors, 'functie')}
        autocomplete="off"
        optional
      />
      <Select
        label="Deze persoon is"
        name="rol"
        value={typed.rol}
        error={errorFor(errors, 'rol')}
        options={[
          { value: '', label: 'Kies' },
          ...SPEAKER_ROLES.map((role) => ({ value: role, label: roleWord(role) })),
        ]}
      />
      <Field
        label="Mailadres"
        name="mail"
        type="email"
        hint="Voor de afspraak en om terug te lezen. We wissen het een half jaar na publicatie."
        value={typed.mail}
        error={errorFor(errors, 'mail')}
        autocomplete="off"
        optional
      />
      {interviews.length > 0 ? (
        <Select
          label="Bij welk gesprek?"
          hint="Wie een mailadres heeft, krijgt de afspraak meteen gemaild."
          name="gesprek"
          value={typed.gesprek ?? interviews[0]?.id}
          error={errorFor(errors, 'gesprek')}
          options={[
            { value: '', label: 'Nog niet bekend' },
            ...interviews.map((one) => ({ value: one.id, label: inDutchWithTime(one.startsAt) })),
          ]}
        />
      ) : null}
      <Actions>
        <Button>{props.button}</Button>
      </Actions>
    </Form>
  )
}
