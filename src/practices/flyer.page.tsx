import { inDutch } from '../foundation/clock.ts'
import {
  Actions,
  Band,
  Example,
  Heading,
  LinkButton,
  Notice,
  Prose,
  Quote,
  Scene,
  Small,
} from '../foundation/ui/index.ts'
import { fileUrl } from './attachment.part.tsx'
import { spokenQuote } from './description.ts'
import { factSentence } from './flyer.document.ts'
import { type FlyerBody, lineWord, type PublishedFlyer } from './flyer.ts'
import { type Practice, practiceUrl } from './practice.ts'

export interface FlyerView {
  practice: Practice
  flyer: PublishedFlyer
  stopped: boolean
}

/** The flyer as a page: the same six lines, the same picture, and ways to take it along. */
export function FlyerPage({ practice, flyer, stopped }: FlyerView) {
  const { body, quotes } = flyer
  const quote = body.quote ? spokenQuote(body.quote, quotes) : undefined
  return (
    <article class="flyer">
      <section class="band band--wad flyer__opening">
        <div class="band__inner opening">
          <div class="opening__words">
            <p class="eyebrow">
              <a href={practiceUrl(practice)}>{body.title}</a>, van {body.organisation} in {body.place}
            </p>
            <Heading level={1}>{body.lines.headline}</Heading>
            {practice.fictional ? (
              <p>
                <Example />
              </p>
            ) : null}
            {stopped ? (
              <Notice tone="warning" title="Deze praktijk is gestopt">
                <p>Hier staat hoe het was. Er valt nog steeds van te leren.</p>
              </Notice>
            ) : null}
          </div>
          <div class="opening__scene">
            <Picture picture={body.picture} />
          </div>
        </div>
      </section>
      <Band narrow>
        <p class="flyer__scene">{body.lines.scene}</p>
      </Band>
      <Band>
        <div class="flyer__halves">
          <section class="stack">
            <Heading level={2}>{lineWord('doing')}</Heading>
            <Prose>
              <p>{body.lines.doing}</p>
            </Prose>
          </section>
          <section class="stack">
            <Heading level={2}>{lineWord('bringing')}</Heading>
            <Prose>
              <p>{body.lines.bringing}</p>
            </Prose>
          </section>
        </div>
      </Band>
      <Band tone="boter">
        {quote ? (
          <div class="flyer__quote">
            <Quote by={quote.by ?? undefined}>{quote.text}</Quote>
          </div>
        ) : (
          <p class="flyer__facts">{factSentence(body)}</p>
        )}
      </Band>
      <Band>
        <Heading level={2}>{lineWord('start')}</Heading>
        <Prose>
          <p>{body.lines.start}</p>
        </Prose>
        <p>
          <LinkButton href={practiceUrl(practice)}>Lees het hele verhaal</LinkButton>
        </p>
      </Band>
      <TakeAlong practice={practice} flyer={flyer} />
    </article>
  )
}

function Picture({ picture }: { picture: FlyerBody['picture'] }) {
  if ('drawing' in picture) return <Scene name={picture.drawing} label={picture.alt} tail />
  return (
    <figure class="flyer__photo">
      <img src={fileUrl(picture.file)} alt={picture.alt} />
      {picture.credit === '' ? null : <figcaption>Foto: {picture.credit}</figcaption>}
    </figure>
  )
}

function TakeAlong({ practice, flyer }: Omit<FlyerView, 'stopped'>) {
  const url = `${practiceUrl(practice)}/flyer`
  return (
    <Band tone="wad" labelledby="meenemen">
      <Heading level={2} id="meenemen">
        Neem de flyer mee
      </Heading>
      <Actions>
        <LinkButton href={`${url}/pdf`}>Twee bladzijden om te printen (pdf)</LinkButton>
        <LinkButton href={`${url}/groot`} kind="secondary">
          Met grote letters (pdf)
        </LinkButton>
        <LinkButton href={`${url}/tekst`} kind="secondary">
          Alleen tekst
        </LinkButton>
      </Actions>
      {flyer.older ? <p>De beschrijving is sindsdien bijgewerkt. Lees haar op de pagina van de praktijk.</p> : null}
      <Small>
        Flyer van {inDutch(flyer.publishedAt)}. Een citaat kan later worden ingetrokken. Een pdf die je al hebt, kunnen
        wij niet terughalen.
      </Small>
    </Band>
  )
}
