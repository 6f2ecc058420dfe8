import { acceptedExtensions } from '../foundation/files/index.ts'
import { LICENCES } from '../foundation/licence.ts'
import {
  Band,
  Button,
  Choices,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Lead,
  Notice,
  Select,
  TextArea,
} from '../foundation/ui/index.ts'
import { BothTexts } from './both.part.tsx'
import { LEVELS, levelWords } from './course.ts'
import { type Module, moduleUrl } from './module.ts'
import { faultOf, type Written } from './written.ts'

/** Material to take along, to write; its file is sent with the same form. */
export function ModuleEditPage(props: {
  action: string
  module: Module | undefined
  version: number
  standards: { item: string; name: string }[]
  written: Written
  saved: boolean
}) {
  const { action, module, standards } = props
  const { errors, typed, both } = props.written
  return (
    <Band narrow>
      <ErrorSummary errors={errors} />
      <Heading level={1}>{module ? module.title : 'Materiaal erbij'}</Heading>
      <Lead>Iets wat een ander kan gebruiken: een les, een draaiboek, een oefening.</Lead>
      {props.saved ? <Notice tone="ok" title="Bewaard" /> : null}
      <BothTexts rows={both} />
      <Form action={action} enctype="multipart/form-data">
        <input type="hidden" name="versie" value={String(props.version)} />
        <Field label="Hoe heet het?" name="titel" value={typed.titel} {...faultOf(errors, 'titel')} />
        <TextArea label="Wat is het, in één zin?" name="zin" rows={2} value={typed.zin} {...faultOf(errors, 'zin')} />
        <TextArea
          label="Vertel iets meer"
          name="over"
          optional
          rows={5}
          value={typed.over}
          {...faultOf(errors, 'over')}
        />
        <Field
          label="Hoeveel uur duurt het?"
          name="uren"
          size="short"
          value={typed.uren}
          {...faultOf(errors, 'uren')}
        />
        <Select
          label="Niveau"
          name="niveau"
          value={typed.niveau}
          options={LEVELS.map((value) => ({ value, label: levelWords[value] }))}
          {...faultOf(errors, 'niveau')}
        />
        <Choices
          type="checkbox"
          legend="Waar gaat het over?"
          name="kenmerken[]"
          optional
          value={typed['kenmerken[]']}
          options={standards.map(({ item, name }) => ({ value: item, label: name }))}
          {...faultOf(errors, 'kenmerken[]')}
        />
        <Select
          label="Wat mogen anderen ermee?"
          name="licentie"
          value={typed.licentie}
          options={[{ value: '', label: 'Kies' }, ...LICENCES.map((value) => ({ value, label: value }))]}
          {...faultOf(errors, 'licentie')}
        />
        <Field
          type="file"
          label={module?.file ? 'Een nieuw bestand' : 'Bestand'}
          name="bestand"
          optional
          accept={acceptedExtensions()}
          hint="Hooguit 25 MB. De naam van de maker halen we eruit. Of vul hieronder een adres in."
          {...faultOf(errors, 'bestand')}
        />
        <Field label="Adres" name="adres" type="url" optional value={typed.adres} {...faultOf(errors, 'adres')} />
        <Button>Bewaar</Button>
      </Form>
      {module ? (
        <Form action={`${action}/${module.liveSince ? 'weg' : 'publicatie'}`}>
          {module.liveSince ? (
            <p>
              Te vinden op <a href={moduleUrl(module)}>{moduleUrl(module)}</a>.
            </p>
          ) : null}
          <Button kind="secondary">{module.liveSince ? 'Haal van de site' : 'Zet op de site'}</Button>
        </Form>
      ) : null}
    </Band>
  )
}
