import { inDutch } from '../foundation/clock.ts'
import { dayInDutch } from '../foundation/day.ts'
import { gemeenteName } from '../foundation/gemeente.ts'
import {
  Band,
  Button,
  Disclosure,
  ErrorSummary,
  errorFor,
  Facts,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Quote,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { remarkField } from './description.form.ts'
import type { DescriptionWork } from './description.publication.store.ts'
import { nominationUrl, ORGANISATION_KINDS } from './nomination.ts'
import { peopleWord } from './people-group.ts'
import { type Practice, practiceUrl } from './practice.ts'
import { isPublishable, quoteState, type Quote as Said } from './quote.ts'
import { RichText } from './rich-text.part.tsx'
import { richText } from './rich-text.ts'
import { SECTIONS, type Section, sectionWord } from './section.ts'

export interface Reading {
  nomination: string
  practice: Practice
  work: DescriptionWork | undefined
  /** The theme and the fields it is filed under, in words. */
  filed: { theme: string; fields: string[]; bakens: string[] }
  errors: FieldError[]
  typed: Record<string, string | string[] | undefined>
  notice: 'remarked' | 'agreed' | undefined
}

/** The description as the organisation reads it: remarks per section, or "wij vinden dit goed". */
export function ReadingPage(view: Reading) {
  const { practice, work, nomination, errors, notice } = view
  const readable = work?.step === 'offered' || work?.step === 'agreed'
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">{practice.organisation}</p>
        <Heading level={1}>{practice.title}</Heading>
        <Lead>{leadOf(work)}</Lead>
        <ErrorSummary errors={errors} />
        {notice === 'remarked' ? (
          <Notice tone="ok" title="Dank je wel. We lezen het en komen erop terug.">
            <p>Past de redactie de tekst aan, dan krijg je bericht en lees je hem nog een keer.</p>
          </Notice>
        ) : null}
        {work?.step === 'agreed' ? (
          <Notice tone="ok" title="Jullie vinden deze tekst goed.">
            <p>De redactie kan hem nu op de site zetten. Verandert er toch iets, dan vragen we het opnieuw.</p>
          </Notice>
        ) : null}
        {work?.step === 'published' ? (
          <p>
            <LinkButton href={practiceUrl(practice)}>Lees hem op de site</LinkButton>
          </p>
        ) : null}
      </Band>
      {work && readable ? <AlsoShown {...view} work={work} /> : null}
      {work && readable ? <Text {...view} work={work} /> : null}
      {work?.step === 'offered' ? <Agreement {...view} work={work} /> : null}
      <Band>
        <p>
          <LinkButton href={nominationUrl(nomination, 'status')} kind="subtle">
            Terug naar jullie aanmelding
          </LinkButton>
        </p>
      </Band>
    </>
  )
}

function leadOf(work: DescriptionWork | undefined): string {
  if (work?.step === 'offered')
    return 'Zo willen we jullie praktijk beschrijven. Lees het rustig, ook met collega’s. Klopt het, en herken je jezelf?'
  if (work?.step === 'agreed') return 'Zo komt jullie praktijk op de site.'
  if (work?.step === 'published') return 'De beschrijving van jullie praktijk staat op de site.'
  if (work?.step === 'changed')
    return 'De redactie werkt verder aan de tekst. Je krijgt bericht als er iets te lezen is.'
  return 'De redactie schrijft aan de beschrijving. Je krijgt bericht als er iets te lezen is.'
}

/** What comes on the site beside the text: they agree with that too. */
function AlsoShown({ practice, work, filed }: Reading & { work: DescriptionWork }) {
  const { improved } = work.draft
  return (
    <Band narrow labelledby="erbij">
      <Heading level={2} id="erbij">
        Dit staat erbij
      </Heading>
      <Facts
        items={[
          { term: 'In één zin', value: practice.line },
          {
            term: 'Door',
            value: `${practice.organisation} (${ORGANISATION_KINDS[practice.organisationKind]}), ${gemeenteName(practice.gemeente)}`,
          },
          { term: 'Sinds', value: dayInDutch(practice.startedOn) },
          { term: 'Thema', value: filed.theme || 'Geen' },
          { term: 'Veld', value: filed.fields.join(', ') || 'Geen' },
          ...(filed.bakens.length > 0 ? [{ term: 'Bakens', value: filed.bakens.join(', ') }] : []),
          { term: 'Voor wie', value: practice.people.map(peopleWord).join(', ') || 'Niet genoemd' },
          ...(improved === '' ? [] : [{ term: 'Wat is verbeterd', value: improved }]),
        ]}
      />
    </Band>
  )
}

function Text({ nomination, work, errors, typed }: Reading & { work: DescriptionWork }) {
  const told = SECTIONS.filter((section) => work.draft.sections[section].length > 0)
  const open = work.step === 'offered'
  const sections = told.map((section) => (
    <section class="reading__section">
      <Heading level={2}>{sectionWord(section)}</Heading>
      <SectionAsRead section={section} work={work} />
      {open ? (
        <Disclosure
          summary={`Iets zeggen over “${sectionWord(section)}”`}
          open={Boolean(typed[remarkField(section)]) || errorFor(errors, remarkField(section)) !== undefined}
        >
          <TextArea
            label="Wat klopt er niet, of wat mis je?"
            name={remarkField(section)}
            rows={4}
            maxlength={4000}
            value={typed[remarkField(section)]}
            optional
            {...remarkError(errors, section)}
          />
        </Disclosure>
      ) : null}
    </section>
  ))
  if (!open) return <Band narrow>{sections}</Band>
  return (
    <Band narrow>
      <Form action={nominationUrl(nomination, 'beschrijving/opmerkingen')}>
        {sections}
        <Button kind="secondary">Verstuur onze opmerkingen</Button>
      </Form>
    </Band>
  )
}

function remarkError(errors: FieldError[], section: Section): { error?: string } {
  const error = errorFor(errors, remarkField(section))
  return error ? { error } : {}
}

function SectionAsRead({ section, work }: { section: Section; work: DescriptionWork }) {
  return (
    <>
      {work.draft.sections[section].map((passage) => {
        if ('text' in passage)
          return (
            <div class="passage prose">
              <RichText blocks={richText(passage.text)} />
            </div>
          )
        const quote = work.quotes.find(({ id }) => id === passage.quote)
        return quote ? <QuoteAsRead quote={quote} /> : null
      })}
    </>
  )
}

function QuoteAsRead({ quote }: { quote: Said }) {
  if (quoteState(quote) === 'withdrawn') return null
  // Whoever said it reads it first: until then nobody of their own organisation does.
  if (!isPublishable(quote)) return <Small>Hier komt een citaat. Wie het zei, leest het zelf eerst na.</Small>
  return (
    <div class="passage">
      <Quote by={quote.attribution?.text ?? undefined}>{quote.utterance.text}</Quote>
    </div>
  )
}

function Agreement({ nomination, work }: Reading & { work: DescriptionWork }) {
  return (
    <Band tone="boter" labelledby="akkoord">
      <Heading level={2} id="akkoord">
        Kan het zo?
      </Heading>
      <p>
        Je zegt ja tegen precies deze tekst, met wat erbij staat
        {work.offer ? `, zoals voorgelegd op ${inDutch(work.offer.offeredAt)}` : ''}. Verandert er daarna één woord, dan
        vragen we het opnieuw.
      </p>
      <Form action={nominationUrl(nomination, 'beschrijving/akkoord')}>
        <input type="hidden" name="vingerafdruk" value={work.fingerprint} />
        <Button>Wij vinden dit goed</Button>
      </Form>
    </Band>
  )
}
