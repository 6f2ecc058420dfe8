import type { Child } from 'hono/jsx'
import { askingExamples } from '../foundation/http/index.ts'
import { Band, Heading, Lead, Rows } from '../foundation/ui/index.ts'
import { NotBinding } from '../standards/index.ts'
import { originLink } from '../thread/index.ts'
import { LEARNING_FORM_FEED } from './learning-form.feed.ts'
import { type LearningForm, type LearningFormText, learningFormUrl } from './learning-form.ts'
import { Modules, type ModulesPart, WayLine } from './module.page.tsx'
import { MODULE_FEED } from './module-feed.ts'
import { type Strength, strengthWords } from './teaching.ts'

/** Ways to learn from each other, and material to take along. */
export function WaysPage(props: { forms: LearningForm[]; material: ModulesPart }) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Leren van elkaar</Heading>
        <Lead>Voor deze manieren heb je geen opleider nodig.</Lead>
      </Band>
      <Band>
        <Rows items={props.forms.map((one) => ({ href: learningFormUrl(one), title: one.title, text: one.line }))} />
        <p>
          <a href={LEARNING_FORM_FEED}>Volg leervormen in je nieuwslezer</a>
        </p>
      </Band>
      <Modules
        part={props.material}
        href={(n) => `/scholing/leervormen${n === 1 ? '' : `?bladzijde=${n}`}#materiaal`}
        feed={props.material.modules.some(({ fictional }) => fictional) ? askingExamples(MODULE_FEED) : MODULE_FEED}
      />
    </>
  )
}

/** A standard one practises in a learning form, as its page shows it. */
export interface Practised {
  standard: string
  href: string
  title: string
  strength: Strength
}

/** One way to learn, step by step. */
export function LearningFormPage(props: {
  form: LearningFormText & Pick<LearningForm, 'item'>
  practised: Practised[]
  /** Said on top, for who works on it. */
  above?: Child
}) {
  const { form, practised } = props
  return (
    <>
      <Band tone="wad">
        {props.above}
        <WayLine
          parts={[
            ['Kosten', form.cost],
            ['Duur', form.time],
            ['Waar', form.where],
            ['Met wie', form.people],
          ]}
        />
        <p class="eyebrow">Leervorm</p>
        <Heading level={1}>{form.title}</Heading>
        <Lead>{form.line}</Lead>
      </Band>
      <Band>
        <Heading level={2}>Zo pak je het aan</Heading>
        <ol class="points">
          {form.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <Heading level={2}>Vragen om te stellen</Heading>
        <ul class="points">
          {form.questions.map((question) => (
            <li>{question}</li>
          ))}
        </ul>
        <p>
          <strong>Let op.</strong> {form.beware}
        </p>
        {form.item === null ? null : (
          <p>
            <a href={originLink(form.item)}>Waar komt dit vandaan?</a>
          </p>
        )}
      </Band>
      {practised.length > 0 ? (
        <Band tone="boter" labelledby="past-bij">
          <Heading level={2} id="past-bij">
            Wat je hiermee oefent
          </Heading>
          <Rows
            items={practised.map(({ href, title, strength }) => ({ href, title, text: strengthWords[strength] }))}
          />
          <NotBinding />
        </Band>
      ) : null}
    </>
  )
}
