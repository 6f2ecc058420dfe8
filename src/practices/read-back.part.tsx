import type { Typed } from '../foundation/http/index.ts'
import {
  Actions,
  Button,
  Choices,
  errorFor,
  Field,
  type FieldError,
  Form,
  LinkButton,
  Notice,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { formOffered, formWord, isEasilyKnown, nameOffered, QUOTE_FORMS, type Quote } from './quote.ts'
import { sectionWord } from './section.ts'
import { readBackUrl, type Speaker } from './speaker.ts'

/** A form about one quote that came back. */
export interface ReadBack {
  quote: string
  errors: FieldError[]
  typed: Typed
  /** The words as they stand now, when the desk changed them meanwhile. */
  conflict: string | undefined
}

/** Words, naming and the choice, in one form: correcting and agreeing is one thought. */
export function ReadBackForm(props: { quote: Quote; speaker: Speaker; back: ReadBack | undefined }) {
  const { quote, speaker, back } = props
  const errors = back?.errors ?? []
  const given: Typed = {
    citaat: quote.utterance.text ?? '',
    vorm: quote.form ?? formOffered(speaker.role),
    naam: nameOffered(speaker.role, speaker.name ?? ''),
    functie: speaker.function ?? '',
  }
  const typed = back?.typed ?? given
  // What comes back is still about the words that were read; only after a conflict the newest were seen.
  const version = back && back.conflict === undefined ? Number(back.typed.versie) || quote.version : quote.version
  const own = (name: string) => (back ? {} : { id: `veld-${name}-${quote.id}` })
  return (
    <Form action={readBackUrl(quote.id)}>
      <input type="hidden" name="versie" value={String(version)} />
      {back?.conflict === undefined ? null : (
        <Notice tone="warning" title="De redactie veranderde dit citaat intussen">
          <p>Zo staat het er nu: “{back.conflict}”</p>
          <p>Jouw tekst staat hieronder.</p>
        </Notice>
      )}
      <TextArea
        label="Zei je het zo? Verbeter wat niet klopt"
        hint={`Het komt bij “${sectionWord(quote.section)}”.`}
        name="citaat"
        {...own('citaat')}
        rows={4}
        maxlength={1000}
        value={typed.citaat}
        error={errorFor(errors, 'citaat')}
      />
      {quote.item ? (
        <Small>
          Dit citaat staat al online. Verander je de woorden, dan verdwijnen de oude meteen. De nieuwe komen erbij als
          de redactie de pagina opnieuw uitgeeft.
        </Small>
      ) : null}
      <Naming speaker={speaker} typed={typed} errors={errors} own={own} />
      <Actions>
        <Button name="doen" value="akkoord">
          Zo mag het erin
        </Button>
        {quote.form === null ? (
          <Button kind="secondary" name="doen" value="bewaren">
            Bewaar, ik denk er nog over na
          </Button>
        ) : null}
        {quote.form === null ? (
          <LinkButton kind="subtle" href={`${readBackUrl(quote.id)}/intrekking`}>
            Liever niet
          </LinkButton>
        ) : null}
      </Actions>
    </Form>
  )
}

/** How someone wants to be named, with what that takes. */
function Naming(props: {
  speaker: Speaker
  typed: Typed
  errors: FieldError[]
  own: (name: string) => { id?: string }
}) {
  const { speaker, typed, errors, own } = props
  return (
    <>
      <Choices
        type="radio"
        legend="Hoe mag je erbij staan?"
        name="vorm"
        {...own('vorm')}
        options={QUOTE_FORMS.map((form) => ({
          value: form,
          label: formWord(form).replace(/^./, (letter) => letter.toUpperCase()),
        }))}
        value={typed.vorm}
        error={errorFor(errors, 'vorm')}
      />
      {isEasilyKnown(speaker.role) ? (
        <Notice tone="warning" title="In een kleine plaats herkennen mensen je soms toch">
          <p>
            Ook zonder naam kan iemand die jou kent, weten dat jij het bent. De naam van de praktijk en de plaats staan
            erbij. Zou je dat vervelend vinden? Verander de woorden, of kies “Liever niet”.
          </p>
        </Notice>
      ) : null}
      <Field
        label="Je naam, zoals die erbij mag staan"
        hint="Alleen als je met je naam genoemd wilt worden. Een voornaam is genoeg."
        name="naam"
        {...own('naam')}
        value={typed.naam}
        error={errorFor(errors, 'naam')}
        autocomplete="off"
        optional
      />
      <Field
        label="Wat je doet of bent"
        hint="Bijvoorbeeld: vrijwilliger, deelnemer, buurtwerker."
        name="functie"
        {...own('functie')}
        value={typed.functie}
        error={errorFor(errors, 'functie')}
        autocomplete="off"
        optional
      />
    </>
  )
}
