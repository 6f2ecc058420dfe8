import { Actions, Band, Button, Form, Heading, Lead, LinkButton, Notice, Prose } from '../foundation/ui/index.ts'
import { descriptionDeskUrl } from './description.page.tsx'
import type { DescriptionWork } from './description.publication.store.ts'
import { improvedMark } from './description.ts'
import type { Practice } from './practice.ts'

/** What a version in the making looks like: whoever throws it away threw away this, and nothing a colleague wrote since. */
export const workMark = ({ fingerprint, draft, remarks, step }: DescriptionWork): string =>
  [fingerprint.slice(0, 16), improvedMark(draft.improved).slice(0, 16), remarks.length, step].join('-')

const READS: Partial<Record<DescriptionWork['step'], string>> = {
  offered: 'De organisatie leest deze tekst nu. Daarna staat hij ook daar niet meer.',
  changed: 'De organisatie kreeg een eerdere vorm van deze tekst. Daarna staat hij ook daar niet meer.',
  agreed: 'De organisatie vond deze tekst goed. Dat akkoord vervalt.',
}

/** Asks once more before a version in the making is thrown away. */
export function DescriptionDiscardPage({
  practice,
  work,
  late,
}: {
  practice: Practice
  work: DescriptionWork
  late: boolean
}) {
  const { number } = work.draft
  const { remarks, step } = work
  return (
    <Band tone="wad">
      <p class="eyebrow">{practice.title}</p>
      <Heading level={1}>Deze tekst weggooien?</Heading>
      {late ? (
        <Notice tone="warning" title="Er is net nog iets veranderd">
          <p>Iemand schreef of reageerde terwijl jij keek. Bekijk de tekst eerst nog eens.</p>
        </Notice>
      ) : null}
      <Lead>
        {number > 1
          ? `Versie ${number} gaat weg. Versie ${number - 1} blijft op de site staan zoals zij is.`
          : 'De beschrijving in de maak gaat weg. De aanmelding, de gesprekken en de citaten blijven.'}
      </Lead>
      <Prose>
        {READS[step] ? <p>{READS[step]}</p> : null}
        {remarks.length > 0 ? <p>Wat de organisatie erbij opmerkte, gaat mee weg.</p> : null}
        <p>
          <strong>Je kunt het niet terughalen.</strong> Bij de beschrijving blijft staan dat deze tekst er was, en wie
          hem weggooide.
        </p>
      </Prose>
      <Form action={descriptionDeskUrl(practice, 'weggooien')}>
        <input type="hidden" name="gezien" value={workMark(work)} />
        <Actions>
          <Button kind="danger">Gooi deze tekst weg</Button>
          <LinkButton href={descriptionDeskUrl(practice)} kind="secondary">
            Terug naar de beschrijving
          </LinkButton>
        </Actions>
      </Form>
    </Band>
  )
}
