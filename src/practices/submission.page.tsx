import { inDutchWithTime } from '../foundation/clock.ts'
import { dayInDutch } from '../foundation/day.ts'
import {
  Actions,
  Badge,
  Band,
  Button,
  Choices,
  Disclosure,
  Example,
  Facts,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Rows,
  Small,
} from '../foundation/ui/index.ts'
import type { Call } from './call.ts'
import type { PolicyField } from './field.ts'
import type { Lack } from './lack.ts'
import { BackToNomination } from './nomination.page.tsx'
import { NominationText } from './nomination.text.part.tsx'
import {
  firstOpenSection,
  NOMINATION_SECTIONS,
  type Nomination,
  type NominationBodies,
  type NominationSection,
  nominationSectionWord,
  nominationUrl,
  type Submission,
  sectionPlace,
} from './nomination.ts'
import type { Theme } from './theme.ts'

/** Where a page of the form can be mended. */
const mendLink = (id: string, { section, field }: Lack): string =>
  `${nominationUrl(id, sectionPlace(section))}?kijk=alles#veld-${field.replace(/[^\w-]+/g, '-').replace(/-+$/, '')}`

interface OverviewProps {
  nomination: Nomination
  lacks: Lack[]
  mayWrite: boolean
  /** What an adviser asked, while it waits for an answer. */
  question: string
  saved: boolean
  /** The call it may go along to, or went along to. */
  onward: Pick<Call, 'title'> | undefined
  /** Whoever looks is signed in, and has it on their own account. */
  person: 'visitor' | 'colleague' | 'other'
  /** Whose account it stands at; whoever began it may take the others off. */
  colleagues: { id: string; name: string; removable: boolean }[]
  /** A new code was asked without saying to be sure. */
  renewing: boolean
}

/** All ten pages with what stands on them: where someone lands who stops, and who comes back. */
export function NominationPage(props: OverviewProps) {
  const { nomination, lacks, mayWrite, question, saved, onward } = props
  const { id, sections, call } = nomination
  const next = firstOpenSection(sections)
  const words = (section: NominationSection) => {
    if (sections[section].version === 0) return <Badge>nog leeg</Badge>
    return lacks.some((lack) => lack.section === section) ? (
      <Badge tone="warn">nog niet af</Badge>
    ) : (
      <Badge tone="ok">klaar</Badge>
    )
  }
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">Aanmelding voor {call.title}</p>
        <Heading level={1}>{sections.name.body.title || 'Nog zonder naam'}</Heading>
        {nomination.fictional ? <Example /> : null}
        {saved ? (
          <Notice tone="ok" title="Alles is bewaard">
            <p>Je kunt stoppen. Ga verder op elk apparaat met je bewaarcode, of door in te loggen.</p>
          </Notice>
        ) : null}
        {question ? (
          <Notice tone="warning" title="De adviseur vraagt">
            <p class="intake-words">{question}</p>
            <p>Vul het aan op de pagina waar het hoort en verstuur opnieuw. Daarna gaan we verder.</p>
          </Notice>
        ) : mayWrite ? (
          <Lead>Versturen kan tot en met {dayInDutch(call.closesOn)}.</Lead>
        ) : onward ? (
          <Onward id={id} call={onward} />
        ) : (
          <Lead>
            Hier kun je nu niets veranderen. <a href={nominationUrl(id, 'status')}>Bekijk hoe het staat</a>.
          </Lead>
        )}
        {mayWrite ? (
          <p>
            <LinkButton href={nominationUrl(id, next ? sectionPlace(next) : 'controle')}>
              {next ? `Ga verder: ${nominationSectionWord(next).toLowerCase()}` : 'Naar de controle'}
            </LinkButton>
          </p>
        ) : null}
      </Band>
      <Band labelledby="paginas">
        <Heading level={2} id="paginas">
          De tien pagina’s
        </Heading>
        <Rows
          items={NOMINATION_SECTIONS.map((section) => ({
            href: nominationUrl(id, sectionPlace(section)),
            title: nominationSectionWord(section),
            badge: words(section),
          }))}
        />
      </Band>
      <Together {...props} />
    </>
  )
}

/** What was not sent in time is not lost: it goes along to the call that is open now. */
function Onward({ id, call }: { id: string; call: Pick<Call, 'title'> }) {
  return (
    <>
      <Lead>
        Dit is niet verstuurd, en de oproep is voorbij. Nu is {call.title} open. Neem mee wat je schreef en maak het
        daar af.
      </Lead>
      <Form action={nominationUrl(id, 'opnieuw')}>
        <Button>Neem mee naar {call.title}</Button>
        <Small>Je krijgt een nieuwe bewaarcode. Documenten gaan niet mee: zet die er opnieuw bij.</Small>
      </Form>
    </>
  )
}

const UNSURE = 'Zet een vinkje: een nieuwe code sluit de oude, ook voor je collega’s.'

/** Working with others, the code, and stopping for good. */
function Together({ nomination, mayWrite, person, colleagues, renewing }: OverviewProps) {
  const { id, withdrawnAt } = nomination
  return (
    <Band tone="boter" labelledby="samen">
      <Heading level={2} id="samen">
        Samen verder
      </Heading>
      {colleagues.length > 0 ? (
        <p>Bij een account staat deze aanmelding van: {colleagues.map(({ name }) => name).join(', ')}.</p>
      ) : null}
      {colleagues
        .filter(({ removable }) => removable)
        .map((one) => (
          <Disclosure summary={`Haal ${one.name} eraf`}>
            <p>
              De aanmelding gaat van dat account. Heeft {one.name} ook de bewaarcode? Maak dan daarna een nieuwe code.
            </p>
            <Form action={nominationUrl(id, 'collega')}>
              <input type="hidden" name="wat" value="eraf" />
              <input type="hidden" name="wie" value={one.id} />
              <Button kind="secondary">Haal eraf</Button>
            </Form>
          </Disclosure>
        ))}
      <p>Geef een collega de bewaarcode. Schrijven jullie tegelijk op één pagina, dan raakt niets kwijt.</p>
      {person === 'visitor' ? (
        <p>
          Heb je een account? <a href={`/inloggen?verder=${encodeURIComponent(nominationUrl(id))}`}>Log in</a> en zet de
          aanmelding erbij. Dan heb je de code niet nodig.
        </p>
      ) : (
        <Form action={nominationUrl(id, 'collega')}>
          <input type="hidden" name="wat" value={person === 'colleague' ? 'eraf' : 'erbij'} />
          <Button kind="secondary">{person === 'colleague' ? 'Haal van mijn account' : 'Zet bij mijn account'}</Button>
        </Form>
      )}
      <Disclosure summary="Code kwijt?" open={renewing}>
        <p>Maak dan een nieuwe. De oude werkt daarna niet meer, ook niet bij je collega’s.</p>
        <Form action={nominationUrl(id, 'code')}>
          <Choices
            type="checkbox"
            legend="Weet je het zeker?"
            name="zeker"
            options={[{ value: 'ja', label: 'Ja, sluit de oude code voor iedereen' }]}
            error={renewing ? UNSURE : undefined}
          />
          <Button kind="secondary">Maak een nieuwe code</Button>
        </Form>
      </Disclosure>
      {withdrawnAt === null ? (
        <p>
          <a href={nominationUrl(id, 'intrekking')}>{mayWrite ? 'Toch niet aanmelden?' : 'Aanmelding intrekken'}</a>
        </p>
      ) : null}
    </Band>
  )
}

interface CheckProps {
  nomination: Nomination
  bodies: NominationBodies
  lacks: Lack[]
  warnings: string[]
  mayWrite: boolean
  /** Something was sent before: this answers a question. */
  again: boolean
  attachments: { id: string; title: string }[]
  themes: Theme[]
  fields: PolicyField[]
}

/** Everything once more before it goes; what still lacks is named, with the way there. */
export function CheckPage(props: CheckProps) {
  const { nomination, lacks, warnings, mayWrite, again, attachments } = props
  const { id } = nomination
  const ready = lacks.length === 0
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>
          {ready ? 'Klaar om te versturen' : lacks.length > 3 ? 'Nog niet klaar' : 'Bijna klaar'}
        </Heading>
        {ready ? (
          <Lead>Lees het nog eens na. Daarna kijkt een adviseur ernaar.</Lead>
        ) : (
          <>
            <Lead>{lacks.length === 1 ? 'Eén ding mist nog.' : `${lacks.length} dingen missen nog.`}</Lead>
            <ul class="intake-lacks">
              {lacks.map((lack) => (
                <li>
                  <a href={mendLink(id, lack)}>{lack.message}</a>{' '}
                  <span class="intake-lacks__where">{nominationSectionWord(lack.section)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {warnings.length > 0 ? (
          <Notice tone="warning" title="Zo voldoet het nog niet aan wat we vragen">
            {warnings.map((warning) => (
              <p>{warning}</p>
            ))}
            <p>
              Je mag het toch versturen: een adviseur kijkt dan eerst hiernaar. Verstuur je het niet, dan raak je niets
              kwijt. Als de volgende oproep opent, neem je mee wat je schreef.
            </p>
            <p>
              <a href={nominationUrl(id, 'start')}>Kijk de startdatum na</a>
            </p>
          </Notice>
        ) : null}
        {ready && mayWrite ? (
          <Form action={nominationUrl(id, 'verzending')}>
            <Button>{again ? 'Verstuur opnieuw' : 'Verstuur de aanmelding'}</Button>
            <Small>
              Daarna lezen een adviseur en twee meelezers mee. Veranderen kan dan alleen als de adviseur iets vraagt.
              Intrekken kan altijd.
            </Small>
          </Form>
        ) : null}
        <BackToNomination id={id} />
      </Band>
      <Band labelledby="tekst">
        <Heading level={2} id="tekst">
          Dit verstuur je
        </Heading>
        <NominationText
          bodies={props.bodies}
          themes={props.themes}
          fields={props.fields}
          {...(mayWrite ? { change: (section) => nominationUrl(id, sectionPlace(section)) } : {})}
        />
        <AttachedNames attachments={attachments} />
      </Band>
    </>
  )
}

function AttachedNames({ attachments }: { attachments: { id: string; title: string }[] }) {
  if (attachments.length === 0) return <p>Er gaan geen documenten mee.</p>
  return (
    <>
      <Heading level={3}>Documenten die meegaan</Heading>
      <ul>
        {attachments.map(({ title }) => (
          <li>{title}</li>
        ))}
      </ul>
    </>
  )
}

interface ReceiptProps {
  nomination: Nomination
  submission: Submission
  themes: Theme[]
  fields: PolicyField[]
}

/** Proof that it came in, to print or keep. */
export function ReceiptPage({ nomination, submission, themes, fields }: ReceiptProps) {
  const { sections, attachments } = submission.body
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Het is binnen</Heading>
        <Lead>Dank je wel. Dit is je ontvangstbewijs: print deze pagina of schrijf het nummer op.</Lead>
        <p class="intake-receipt">{submission.receipt}</p>
        <Facts
          items={[
            { term: 'Praktijk', value: sections.name.title },
            { term: 'Organisatie', value: sections.organisation.name },
            { term: 'Oproep', value: nomination.call.title },
            { term: 'Verstuurd', value: inDutchWithTime(submission.submittedAt) },
            ...(submission.number > 1
              ? [{ term: 'Versie', value: `${submission.number}, als antwoord op een vraag` }]
              : []),
          ]}
        />
        <div class="intake-noprint">
          <Actions>
            <LinkButton href={nominationUrl(nomination.id, 'status')}>Wat gebeurt er nu?</LinkButton>
          </Actions>
          <Small>
            We stuurden een mail naar {sections.organisation.mail}. Daarin staat het nummer en een link, niet wat je
            schreef.
          </Small>
        </div>
      </Band>
      <Band labelledby="verstuurd">
        <Heading level={2} id="verstuurd">
          Dit stuurde je
        </Heading>
        <NominationText bodies={sections} themes={themes} fields={fields} />
        <AttachedNames attachments={attachments} />
      </Band>
    </>
  )
}

/** One last look before it is taken back. */
export function WithdrawPage({ id, sent }: { id: string; sent: boolean }) {
  return (
    <Band narrow tone="wad">
      <Heading level={1}>{sent ? 'Aanmelding intrekken' : 'Toch niet aanmelden'}</Heading>
      <Lead>
        {sent
          ? 'Niemand kijkt er dan nog naar. Opnieuw versturen kan niet: je begint dan met een nieuwe aanmelding.'
          : 'Je kunt er dan niet meer aan verder. Wat je schreef, kun je nog lezen tot we het wissen: een jaar nadat de oproep sloot.'}
      </Lead>
      <Form action={nominationUrl(id, 'intrekking')}>
        <Button kind="danger">Trek de aanmelding in</Button>
      </Form>
      <BackToNomination id={id} />
    </Band>
  )
}
