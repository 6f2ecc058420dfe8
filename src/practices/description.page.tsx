import { inDutch, inDutchWithTime } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import {
  Band,
  Button,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Rows,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import type { DescriptionWork, Remark } from './description.publication.store.ts'
import {
  improvedMark,
  NEEDED,
  offerFaults,
  publicationFaults,
  SUMMARY_WORDS,
  sectionInUrl,
  sectionWords,
} from './description.ts'
import { type Practice, practiceDeskUrl, practiceUrl } from './practice.ts'
import { SECTIONS, type Section, sectionWord } from './section.ts'

export const descriptionDeskUrl = (practice: Pick<Practice, 'slug'>, place = ''): string =>
  `${practiceDeskUrl(practice)}/beschrijving${place === '' ? '' : `/${place}`}`

export interface DescriptionDesk {
  practice: Practice
  work: DescriptionWork | undefined
  /** There is an address to send word to. */
  reachable: boolean
  errors: FieldError[]
  typed: Typed
  /** What a colleague wrote in the meantime about what was improved. */
  theirs: string | undefined
  notice: 'offered' | 'published' | 'saved' | 'discarded' | undefined
  /** Versions in the making that were thrown away; `by` is a name, as long as there is one. */
  discarded: { number: number; at: Date; by: string | undefined }[]
}

const STEPS: Record<DescriptionWork['step'], string> = {
  writing: 'In de maak',
  offered: 'De organisatie leest deze tekst',
  changed: 'De tekst veranderde nadat de organisatie hem kreeg',
  agreed: 'De organisatie vindt deze tekst goed',
  published: 'Deze versie staat op de site',
}

const NOTICES = {
  offered: 'De organisatie krijgt bericht dat er een tekst klaarstaat.',
  published: 'De beschrijving staat op de site.',
  saved: 'Bewaard.',
  discarded: 'De tekst is weggegooid.',
} as const

/** The description at the desk: its sections, and the way to agreement and publication. */
export function DescriptionDeskPage(view: DescriptionDesk) {
  const { practice, work, errors, notice } = view
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">{practice.title}</p>
        <Heading level={1}>Beschrijving</Heading>
        {work ? (
          <Lead>
            {work.draft.number > 1 ? `Versie ${work.draft.number}. ` : ''}
            {STEPS[work.step]}.
          </Lead>
        ) : (
          <Lead>Twaalf onderdelen, met bij elk een vraag en een voorbeeld.</Lead>
        )}
        {notice ? <Notice tone="ok" title={NOTICES[notice]} /> : null}
        <ErrorSummary errors={errors} />
        {work ? null : <Begin practice={practice} words="Begin de beschrijving" />}
      </Band>
      {work ? <Sections {...view} work={work} /> : null}
      {work ? <Next {...view} work={work} /> : null}
      <Discarding {...view} />
    </>
  )
}

/** The way to throw away what is in the making, and what was thrown away before. */
function Discarding({ practice, work, discarded }: DescriptionDesk) {
  const inTheMaking = work !== undefined && work.step !== 'published'
  if (!inTheMaking && discarded.length === 0) return null
  return (
    <Band labelledby="weggooien">
      <Heading level={2} id="weggooien">
        {inTheMaking ? 'Toch niet?' : 'Weggegooid'}
      </Heading>
      {inTheMaking ? (
        <p>
          <LinkButton href={descriptionDeskUrl(practice, 'weggooien')} kind="danger">
            Gooi deze tekst weg
          </LinkButton>
        </p>
      ) : null}
      {discarded.length > 0 ? (
        <ul>
          {discarded.map(({ number, at, by }) => (
            <li>
              Een versie {number} in de maak, weggegooid op {inDutch(at)} door {by ?? 'iemand die hier niet meer is'}
            </li>
          ))}
        </ul>
      ) : null}
    </Band>
  )
}

function Begin({ practice, words }: { practice: Practice; words: string }) {
  return (
    <Form action={descriptionDeskUrl(practice)}>
      <Button>{words}</Button>
    </Form>
  )
}

type Working = DescriptionDesk & { work: DescriptionWork }

function sectionState({ work }: Working, section: Section): string {
  const words = sectionWords(work.draft.sections[section])
  const quotes = work.draft.sections[section].filter((passage) => 'quote' in passage).length
  const remarks = work.remarks.filter((remark) => remark.section === section).length
  const counted = [
    words === 0 ? 'nog leeg' : section === 'summary' ? `${words} van ${SUMMARY_WORDS} woorden` : `${words} woorden`,
    ...(quotes > 0 ? [quotes === 1 ? '1 citaat' : `${quotes} citaten`] : []),
    ...(remarks > 0 ? [remarks === 1 ? '1 opmerking' : `${remarks} opmerkingen`] : []),
    ...(words === 0 && NEEDED.includes(section) ? ['hoort erin'] : []),
  ]
  return counted.join(' · ')
}

function Sections(view: Working) {
  return (
    <Band labelledby="onderdelen">
      <Heading level={2} id="onderdelen">
        Onderdelen
      </Heading>
      <Rows
        columns
        items={SECTIONS.map((section) => ({
          href: descriptionDeskUrl(view.practice, sectionInUrl(section)),
          title: sectionWord(section),
          text: sectionState(view, section),
        }))}
      />
    </Band>
  )
}

function Next(view: Working) {
  const { practice, work } = view
  if (work.step === 'published')
    return (
      <Band tone="boter" labelledby="verder">
        <Heading level={2} id="verder">
          Verder
        </Heading>
        <p>
          Gepubliceerd op {work.draft.publishedAt ? inDutch(work.draft.publishedAt) : ''}.{' '}
          <a href={practiceUrl(practice)}>Zo staat hij op de site</a>, en{' '}
          <a href={`${practiceUrl(practice)}/pdf`}>zo op papier</a>.
        </p>
        <p>Wat erop staat verandert niet meer. Een verbetering schrijf je in een nieuwe versie.</p>
        <Begin practice={practice} words="Begin een nieuwe versie" />
      </Band>
    )
  return (
    <>
      {work.draft.number > 1 ? <Improved {...view} /> : null}
      <Reading {...view} />
      <Publication {...view} />
    </>
  )
}

function Improved({ practice, work, errors, typed, theirs }: Working) {
  const error = errorFor(errors, 'verbeterd')
  return (
    <Band labelledby="verbeterd">
      <Heading level={2} id="verbeterd">
        Wat is verbeterd?
      </Heading>
      {theirs === undefined ? null : (
        <Notice tone="warning" title="Iemand anders bewaarde dit terwijl jij schreef">
          <p>Jouw tekst staat hieronder en is nog niet bewaard. Dit schreef de ander:</p>
          <p class="as-typed">{theirs}</p>
        </Notice>
      )}
      <Form action={descriptionDeskUrl(practice, 'verbeterd')}>
        <input type="hidden" name="gezien" value={improvedMark(work.draft.improved)} />
        <TextArea
          label="Wat is er in deze versie beter of anders dan in de vorige?"
          hint="Dit staat straks bij de versies op de pagina van de praktijk."
          name="verbeterd"
          rows={3}
          maxlength={1000}
          value={typed.verbeterd ?? work.draft.improved}
          {...(error ? { error } : {})}
        />
        <Button kind="secondary">Bewaar</Button>
      </Form>
    </Band>
  )
}

const Todo = ({ faults }: { faults: string[] }) => (
  <>
    <p>Dit moet nog:</p>
    <ul>
      {faults.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  </>
)

function Reading({ practice, work, reachable }: Working) {
  const faults = offerFaults(work.draft.sections, work.quotes)
  const again = work.step === 'changed'
  return (
    <Band tone="boter" labelledby="terlezing">
      <Heading level={2} id="terlezing">
        Ter lezing
      </Heading>
      {work.offer ? (
        <p>
          Voorgelegd op {inDutchWithTime(work.offer.offeredAt)}.
          {work.offer.agreedAt ? ` Akkoord op ${inDutchWithTime(work.offer.agreedAt)}.` : ''}
        </p>
      ) : (
        <p>De mensen van de praktijk lezen de tekst voordat iemand anders hem ziet.</p>
      )}
      <Remarks remarks={work.remarks} />
      {faults.length > 0 ? <Todo faults={faults} /> : null}
      {reachable ? null : <p>Er is geen aanmelding of mailadres bekend. Vul dat eerst in bij de gegevens.</p>}
      {faults.length === 0 && reachable && (again || work.step === 'writing') ? (
        <>
          <p>Ze krijgen een mail dat er een tekst klaarstaat. In de mail staat niets over de inhoud.</p>
          <Form action={descriptionDeskUrl(practice, 'terlezing')}>
            <Button>{again ? 'Leg opnieuw voor' : 'Leg voor aan de organisatie'}</Button>
          </Form>
        </>
      ) : null}
    </Band>
  )
}

function Remarks({ remarks }: { remarks: Remark[] }) {
  if (remarks.length === 0) return null
  return (
    <>
      <Heading level={3}>Wat de organisatie zegt</Heading>
      {remarks.map(({ section, text, at }) => (
        <div class="remark">
          <p class="as-typed">{text}</p>
          <Small>
            Bij “{sectionWord(section)}”, {inDutchWithTime(at)}
          </Small>
        </div>
      ))}
    </>
  )
}

function Publication({ practice, work }: Working) {
  const { number, improved, sections } = work.draft
  const faults = publicationFaults({ number, improved, step: work.step, sections, quotes: work.quotes })
  return (
    <Band tone="wad" labelledby="publiceren">
      <Heading level={2} id="publiceren">
        Publiceren
      </Heading>
      <p>De organisatie is het tweede paar ogen. Zonder hun akkoord komt er niets op de site.</p>
      {faults.length > 0 ? (
        <Todo faults={faults} />
      ) : (
        <Form action={descriptionDeskUrl(practice, 'publicatie')}>
          <p>Wat gepubliceerd is, verandert niet meer. Een verbetering wordt een nieuwe versie.</p>
          <Button>Publiceer de beschrijving</Button>
        </Form>
      )}
      <p>
        <LinkButton href={practiceDeskUrl(practice)} kind="subtle">
          Terug naar de praktijk
        </LinkButton>
      </p>
    </Band>
  )
}
