import { createHash } from 'node:crypto'
import { Actions, Band, Button, Form, Heading, Lead, LinkButton, Notice, Prose } from '../foundation/ui/index.ts'
import { draftUrl } from './draft.page.tsx'
import { changedStandards, type Draft } from './draft.store.ts'

/** What a draft looks like: whoever throws it away threw away this, and nothing a colleague wrote since. */
export function draftMark({ edition, standards, crosswalk }: Draft): string {
  // Each with its own version: a text that went and one that came may add up to the same.
  const all = [edition, ...standards, ...(crosswalk ? [crosswalk] : [])].map(({ id, version }) => `${id}:${version}`)
  return createHash('sha256').update(all.sort().join('\n')).digest('hex')
}

const changedWords = (changed: number): string => {
  if (changed === 0) return 'Er is nog geen kenmerk veranderd.'
  return changed === 1
    ? 'In dit concept is één kenmerk nieuw of veranderd.'
    : `In dit concept zijn ${changed} kenmerken nieuw of veranderd.`
}

/** Asks once more before a draft is thrown away, and says what goes and what stays. */
export function DiscardPage(props: { draft: Draft; reactions: number; late: boolean }) {
  const { draft, reactions, late } = props
  const { edition, standards, before } = draft
  return (
    <Band tone="wad">
      <p class="eyebrow">
        {edition.text.title}, {edition.text.year}
      </p>
      <Heading level={1}>Dit concept weggooien?</Heading>
      <Lead>{changedWords(changedStandards(standards, before).length)} Wat op de site staat, blijft zoals het is.</Lead>
      {late ? (
        <Notice tone="warning" title="Er is net nog iets veranderd">
          <p>Een collega schreef aan dit concept terwijl jij keek. Bekijk het eerst nog eens.</p>
        </Notice>
      ) : null}
      <Prose>
        <p>
          <strong>Je kunt het niet terughalen.</strong> Het jaar {edition.text.year} is daarna weer vrij voor een nieuw
          concept. Bij de versies blijft staan dat dit concept er was, en wie het weggooide.
        </p>
        {reactions > 0 ? (
          <p>
            {reactions === 1 ? 'Er kwam één reactie op.' : `Er kwamen ${reactions} reacties op.`} Wie iets schreef,
            houdt de eigen woorden in ‘Mijn gegevens’.
          </p>
        ) : null}
      </Prose>
      <Form action={`${draftUrl(edition.id)}/weggooien`}>
        <input type="hidden" name="gezien" value={draftMark(draft)} />
        <Actions>
          <Button kind="danger">Gooi dit concept weg</Button>
          <LinkButton href={draftUrl(edition.id)} kind="secondary">
            Terug naar het concept
          </LinkButton>
        </Actions>
      </Form>
    </Band>
  )
}
