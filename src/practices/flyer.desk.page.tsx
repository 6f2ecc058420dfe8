import { inDutch } from '../foundation/clock.ts'
import {
  Actions,
  Badge,
  Band,
  Button,
  ErrorSummary,
  type FieldError,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  type Row,
  Rows,
} from '../foundation/ui/index.ts'
import { fileUrl } from './attachment.part.tsx'
import { type FlyerWork, faultsOf, quoteOf } from './flyer.store.ts'
import { FLYER_GUIDE, type FlyerLine, type FlyerPicture, lineState, lineWord, type PublishedFlyer } from './flyer.ts'
import { type Practice, practiceDeskUrl, practiceUrl } from './practice.ts'

export const flyerDeskUrl = (practice: Pick<Practice, 'slug'>, place = ''): string =>
  `${practiceDeskUrl(practice)}/flyer${place === '' ? '' : `/${place}`}`

export interface FlyerDesk {
  practice: Practice
  work: FlyerWork
  picture: FlyerPicture
  published: PublishedFlyer | undefined
  errors: FieldError[]
  notice: 'published' | 'saved' | undefined
}

function rowOf({ practice, work }: FlyerDesk, line: FlyerLine): Row {
  const state = lineState(line, work.facts, work.quotes)
  const words = line.name === 'quote' ? (quoteOf(work)?.utterance.text ?? '') : line.text
  const empty = line.name === 'quote' ? 'Geen citaat. De flyer blijft dan ook heel.' : 'Nog leeg'
  return {
    href: flyerDeskUrl(practice, FLYER_GUIDE[line.name].place),
    title: lineWord(line.name),
    text: words === '' ? empty : words,
    ...(state === 'amber' ? { badge: <Badge tone="warn">nakijken</Badge> } : {}),
  }
}

const NOTICES = { published: 'De flyer staat op de site.', saved: 'Bewaard.' } as const

/** The flyer at the desk: six lines, a picture, and the way to the site. */
export function FlyerDeskPage(view: FlyerDesk) {
  const { practice, work, picture, published, notice } = view
  const faults = faultsOf(work)
  return (
    <>
      <Band tone="wad">
        <p class="eyebrow">{practice.title}</p>
        <Heading level={1}>Flyer</Heading>
        <Lead>
          Zes regels met een eigen stem. Elke regel rust op plekken in de beschrijving. Verandert daar iets, dan vragen
          we je om te kijken.
        </Lead>
        {notice ? <Notice tone="ok" title={NOTICES[notice]} /> : null}
        <ErrorSummary errors={view.errors} />
      </Band>
      <Band>
        <Rows
          items={[
            ...work.lines.map((line) => rowOf(view, line)),
            {
              href: flyerDeskUrl(practice, 'beeld'),
              title: 'Beeld',
              text: 'drawing' in picture ? `Onze tekening: ${picture.alt}` : `Een foto: ${picture.alt}`,
            },
          ]}
        />
        {'file' in picture ? (
          <p>
            <a href={fileUrl(picture.file)}>Haal de foto op</a>
          </p>
        ) : null}
        <Actions>
          <LinkButton href={flyerDeskUrl(practice, 'proef')} kind="secondary">
            Bekijk een proef (pdf)
          </LinkButton>
        </Actions>
      </Band>
      <Band tone="boter" labelledby="publiceren">
        <Heading level={2} id="publiceren">
          Op de site
        </Heading>
        {published ? (
          <p>
            <a href={`${practiceUrl(practice)}/flyer`}>De flyer van {inDutch(published.publishedAt)}</a> staat op de
            site
            {published.older ? '. De beschrijving is sindsdien bijgewerkt' : ''}.
          </p>
        ) : null}
        {faults.length > 0 ? (
          <>
            <p>Dit moet nog:</p>
            <ul>
              {faults.map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
            {published ? <p>Zolang blijft de flyer die er staat.</p> : null}
          </>
        ) : (
          <Form action={flyerDeskUrl(practice, 'publicatie')}>
            <Button>{published ? 'Publiceer de flyer opnieuw' : 'Publiceer de flyer'}</Button>
          </Form>
        )}
        <p>
          <LinkButton href={practiceDeskUrl(practice)} kind="subtle">
            Terug naar de praktijk
          </LinkButton>
        </p>
      </Band>
    </>
  )
}
