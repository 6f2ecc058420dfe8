import { askingExamples } from '../foundation/http/index.ts'
import { Band, Heading, Lead, Rows } from '../foundation/ui/index.ts'
import { NotBinding } from '../standards/index.ts'
import type { LearningForm } from './content.form.ts'
import { Modules, type ModulesPart, WayLine } from './module.page.tsx'
import { MODULE_FEED } from './module-feed.ts'

/** The page of a learning form. */
export const learningFormUrl = ({ slug }: Pick<LearningForm, 'slug'>): string => `/scholing/leervormen/${slug}`

/** Ways to learn from each other, and material to take along. */
export function WaysPage(props: { forms: LearningForm[]; material: ModulesPart }) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Leren van elkaar</Heading>
        <Lead>Voor deze manieren heb je geen opleider nodig. Ze kosten tijd en geen geld.</Lead>
      </Band>
      <Band>
        <Rows items={props.forms.map((one) => ({ href: learningFormUrl(one), title: one.title, text: one.line }))} />
      </Band>
      <Modules
        part={props.material}
        href={(n) => `/scholing/leervormen${n === 1 ? '' : `?bladzijde=${n}`}#materiaal`}
        feed={props.material.modules.some(({ fictional }) => fictional) ? askingExamples(MODULE_FEED) : MODULE_FEED}
      />
    </>
  )
}

/** One way to learn, step by step. */
export function LearningFormPage(props: { form: LearningForm; standards: { href: string; title: string }[] }) {
  const { form, standards } = props
  return (
    <>
      <Band tone="wad">
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
      </Band>
      <Band tone="boter" labelledby="past-bij">
        <Heading level={2} id="past-bij">
          Past bij
        </Heading>
        <Rows items={standards} />
        <NotBinding />
      </Band>
    </>
  )
}
