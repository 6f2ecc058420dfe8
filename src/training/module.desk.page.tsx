import { acceptedExtensions, type FileStanding, type StoredFile, sizeInWords } from '../foundation/files/index.ts'
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
  Rows,
  Select,
  TextArea,
} from '../foundation/ui/index.ts'
import { BothTexts } from './both.part.tsx'
import { LEVELS, levelWords } from './course.ts'
import type { ModuleStandard } from './module.reading.ts'
import { type Module, moduleLacks, moduleUrl } from './module.ts'
import type { CourseState, PublicationRequest } from './publication.ts'
import { More, PutOnSite, StandingNow, StateBadge } from './publishing.part.tsx'
import { faultOf, type Written } from './written.ts'

interface Writing {
  action: string
  module: Module | undefined
  version: number
  standards: ModuleStandard[]
  written: Written
  saved: boolean
}

/** Material that is not there yet, to write. */
export function ModuleNewPage(props: Writing) {
  return (
    <Band narrow>
      <ErrorSummary errors={props.written.errors} />
      <Heading level={1}>Materiaal erbij</Heading>
      <Lead>Iets wat een ander kan gebruiken: een les, een draaiboek, een oefening.</Lead>
      <ModuleForm {...props} />
    </Band>
  )
}

/** Material: where it stands, its words and file to write, and what else one may do with it. */
export function ModuleDeskPage(
  props: Writing & {
    module: Module
    state: CourseState
    request: PublicationRequest | undefined
    file: StoredFile | undefined
    /** It is a copy, and the file of the original could not come along. */
    leftOut: boolean
  },
) {
  const { action, module, state } = props
  const lacks = moduleLacks(module)
  return (
    <>
      <Band tone="wad">
        <ErrorSummary errors={props.written.errors} />
        <Heading level={1}>{module.title}</Heading>
        <p>
          <StateBadge state={state} />
        </p>
        <StandingNow
          kind="module"
          offered={module}
          url={moduleUrl(module)}
          desk={action}
          state={state}
          request={props.request}
        />
      </Band>
      <Band>
        <Rows
          items={[
            {
              href: `${action}/voorbeeld`,
              title: 'Bekijk zoals een ander het ziet',
              text: 'Met wat er nu bewaard is.',
            },
            {
              href: `${action}/wijzigingen`,
              title: 'Wat er veranderde',
              text: 'Wie, wanneer en wat, sinds het materiaal op de site staat.',
            },
          ]}
        />
      </Band>
      {module.isPublished ? null : (
        <PutOnSite kind="module" url={action} state={state} lacks={lacks === '' ? [] : [lacks]} />
      )}
      <Band labelledby="tekst">
        <Heading level={2} id="tekst">
          Tekst en bestand
        </Heading>
        {props.saved ? <Notice tone="ok" title="Bewaard" /> : null}
        {props.leftOut ? (
          <Notice tone="warning" title="Het bestand ging niet mee">
            <p>Het bestand van het origineel is niet veilig of niet meer te lezen. Kies hieronder een ander bestand.</p>
          </Notice>
        ) : null}
        {props.file ? <FileNow file={props.file} isLive={state === 'live'} /> : null}
        <ModuleForm {...props} />
      </Band>
      <More
        url={action}
        state={state}
        away={state === 'live' ? 'Haal van de site' : 'Leg in het archief'}
        back={module.isPublished ? 'Zet terug op de site' : 'Haal uit het archief'}
      />
    </>
  )
}

function ModuleForm(props: Writing) {
  const { errors, typed, both } = props.written
  return (
    <>
      <BothTexts rows={both} />
      <Form action={props.action} enctype="multipart/form-data">
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
          options={props.standards.map(({ item, name, isCurrent }) => ({
            value: item,
            label: isCurrent ? name : `${name} (oudere versie)`,
          }))}
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
          label={props.module?.file ? 'Een nieuw bestand' : 'Bestand'}
          name="bestand"
          optional
          accept={acceptedExtensions()}
          hint="Hooguit 25 MB. De naam van de maker halen we eruit. Of vul hieronder een adres in."
          {...faultOf(errors, 'bestand')}
        />
        <Field label="Adres" name="adres" type="url" optional value={typed.adres} {...faultOf(errors, 'adres')} />
        <Button>Bewaar</Button>
      </Form>
    </>
  )
}

/** What becomes of a file that was sent: whether others can take it along. */
const STANDING: Record<FileStanding, string> = {
  ready: 'Anderen kunnen het meenemen zodra het materiaal op de site staat.',
  waiting: 'We controleren het nog op virussen. Daarna kunnen anderen het meenemen.',
  infected: 'We vonden er een virus in. Niemand kan het meenemen. Kies een ander bestand.',
}

/** The file that belongs to it now. */
const FileNow = ({ file, isLive }: { file: StoredFile; isLive: boolean }) => (
  <p>
    Bestand: <strong>{file.name}</strong> ({sizeInWords(file.size)}).{' '}
    {file.standing === 'ready' && isLive ? 'Anderen kunnen het meenemen.' : STANDING[file.standing]}
  </p>
)
