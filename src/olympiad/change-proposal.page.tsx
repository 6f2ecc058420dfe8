import { inDutch } from '../foundation/clock.ts'
import type { Typed } from '../foundation/http/index.ts'
import { inGroups } from '../foundation/save-code.ts'
import {
  Actions,
  Band,
  Button,
  ErrorSummary,
  Example,
  errorFor,
  Field,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Prose,
  Small,
  TextArea,
} from '../foundation/ui/index.ts'
import { type ChangeProposal, changeSentence, changeState } from './change-proposal.ts'

/** Where proposals for change live. */
export const CHANGES = '/olympiades/voorstellen'

interface Back {
  errors: FieldError[]
  typed: Typed
}

/** What someone would change in a standard: one field, and what happens with it. */
export function ChangePage({ standard, signedIn, errors, typed }: Back & { standard: Standard; signedIn: boolean }) {
  return (
    <Band tone="wad" narrow>
      <ErrorSummary errors={errors} />
      <Heading level={1}>Dit werkt zo niet</Heading>
      <Lead>
        Merk je dat “{standard.title}” in je werk of je leven niet klopt? Schrijf het op. Het komt op de agenda van de
        volgende Olympiade.
      </Lead>
      {standard.fictional ? (
        <p>
          <Example />
        </p>
      ) : null}
      <Form action={CHANGES}>
        <input type="hidden" name="kenmerk" value={standard.item} />
        <TextArea
          label="Wat werkt niet, en wat zou je anders doen?"
          name="woorden"
          rows={7}
          hint="Noem geen namen en niets waaraan iemand een cliënt of collega herkent."
          value={typed.woorden}
          error={errorFor(errors, 'woorden')}
        />
        <Actions>
          <Button>Zet op de agenda</Button>
        </Actions>
      </Form>
      <Small>
        {signedIn
          ? 'Wat ervan komt, lees je bij Van jou. Je naam staat er voor niemand bij.'
          : 'Je hoeft niet in te loggen. Je krijgt een volgcode, waarmee je ziet wat ervan komt en waarmee je je woorden kunt terugnemen.'}
      </Small>
    </Band>
  )
}

/** A published standard, as far as a proposal about it has to know. */
export interface Standard {
  item: string
  revision: string
  title: string
  url: string
  fictional: boolean
}

/** The code, shown once. */
export function ChangeKeptPage({ standard, code }: { standard: Standard; code: string }) {
  return (
    <Band tone="wad" narrow>
      <Heading level={1}>Je voorstel staat genoteerd</Heading>
      <Lead>Dit is je volgcode. Schrijf hem op, of maak er een foto van.</Lead>
      <p class="save-code">{inGroups(code)}</p>
      <Prose>
        <p>
          Met deze code zie je op <a href={`${CHANGES}/volgen`}>Volg je voorstel</a> wat ervan komt, en kun je je
          woorden terugnemen. We bewaren hem niet: kwijt is kwijt.
        </p>
      </Prose>
      <p>
        <LinkButton href={standard.url} kind="secondary">
          Terug naar {standard.title}
        </LinkButton>
      </p>
    </Band>
  )
}

/** For whoever has a code. */
export function FollowPage({ errors, typed }: Back) {
  return (
    <Band tone="wad" narrow>
      <ErrorSummary errors={errors} />
      <Heading level={1}>Volg je voorstel</Heading>
      <Form action={`${CHANGES}/volgen`}>
        <Field
          label="Je volgcode"
          name="code"
          autocomplete="off"
          hint="Twintig letters en cijfers. Hoofdletters en spaties maken niet uit."
          value={typed.code}
          error={errorFor(errors, 'code')}
        />
        <Actions>
          <Button>Laat zien</Button>
        </Actions>
      </Form>
    </Band>
  )
}

/** A proposal with its standard. */
export interface Followed {
  proposal: ChangeProposal
  standard: Standard | undefined
}

/** What became of what someone proposed: behind a code, or everything of an account. */
export function FollowedPage({ followed, code, gone }: { followed: Followed[]; code?: string; gone: boolean }) {
  return (
    <>
      <Band tone="wad" narrow>
        <Heading level={1}>{code === undefined ? 'Wat ik zou veranderen' : 'Je voorstel'}</Heading>
        {gone ? (
          <Notice tone="ok" title="Je woorden zijn weg">
            <p>Ze staan nergens meer. Wat er al van gekomen was, blijft staan.</p>
          </Notice>
        ) : null}
        {followed.length === 0 ? (
          <p>Je stelde nog niets voor. Onder elk kenmerk staat de knop “Dit werkt zo niet”.</p>
        ) : null}
      </Band>
      {followed.map((one) => (
        <FollowedBand {...one} code={code} />
      ))}
    </>
  )
}

function FollowedBand({ proposal, standard, code }: Followed & { code: string | undefined }) {
  const { outcome } = proposal
  return (
    <Band narrow>
      <Heading level={2}>
        {standard ? <a href={standard.url}>{standard.title}</a> : 'Een kenmerk dat er niet meer is'}{' '}
        {standard?.fictional ? <Example /> : null}
      </Heading>
      <p>
        <strong>{changeSentence(proposal)}</strong>
      </p>
      {outcome ? (
        <Prose>
          <p>{outcome.words}</p>
        </Prose>
      ) : null}
      {proposal.deferrals.map(({ title, words, at }) => (
        <Prose>
          <p>
            {title} schoof dit door op {inDutch(at)}: {words}
          </p>
        </Prose>
      ))}
      {proposal.words === null ? null : (
        <Prose>
          <h3>Wat je schreef op {inDutch(proposal.proposedAt)}</h3>
          <p>{proposal.words}</p>
        </Prose>
      )}
      {changeState(proposal) === 'withdrawn' || proposal.words === null ? null : (
        <Form action={`${CHANGES}/${proposal.id}/intrekking`}>
          {code === undefined ? null : <input type="hidden" name="code" value={code} />}
          <Actions>
            <Button kind="secondary">Neem mijn woorden terug</Button>
          </Actions>
        </Form>
      )}
    </Band>
  )
}
