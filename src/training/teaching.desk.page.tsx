import { inDutch } from '../foundation/clock.ts'
import { Actions, Band, Button, Choices, Form, Heading, Lead, Notice } from '../foundation/ui/index.ts'
import { NotBinding } from '../standards/index.ts'
import { type Course, courseDeskUrl } from './course.ts'
import { type Recheck, STRENGTHS, strengthWords, type Teaching } from './teaching.ts'

/** A standard someone can choose. */
export interface StandardChoice {
  item: string
  revision: string
  slug: string
  name: string
  plainLine: string
  path: string
}

/** Which standards a course teaches, and how strongly. */
export function TeachingDeskPage(props: {
  course: Course
  standards: StandardChoice[]
  teachings: Teaching[]
  rechecks: Recheck[]
  saved: boolean
}) {
  const { course, standards, teachings, rechecks } = props
  const url = `${courseDeskUrl(course)}/kenmerken`
  const of = (item: string) => teachings.find(({ standard }) => standard === item)
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Wat je hier leert</Heading>
        <Lead>{course.title}</Lead>
        {props.saved ? <Notice tone="ok" title="Bewaard" /> : null}
        <p>
          Kies hoe sterk. De redactie leest mee en bevestigt; tot dan staat erbij dat jullie het zelf zeggen. Liever één
          kenmerk dat klopt dan vijf half.
        </p>
        <NotBinding />
      </Band>
      {rechecks.map((recheck) => {
        const standard = standards.find(({ item }) => item === recheck.standard)
        if (!standard) return null
        return (
          <Band tone="boter">
            <Heading level={2}>Klopt dit nog?</Heading>
            <p>
              <a href={standard.path}>{standard.name}</a> kreeg een nieuwe tekst. Sinds {inDutch(recheck.askedAt)}{' '}
              vragen we: leer je dit hier nog?
            </p>
            <Actions>
              <Form action={`${url}/${recheck.id}/klopt`} label={`${standard.name} klopt nog`}>
                <Button>Ja, dat klopt nog</Button>
              </Form>
              <Form action={`${url}/${recheck.id}/einde`} label={`${standard.name} niet meer`}>
                <Button kind="secondary">Nee, niet meer</Button>
              </Form>
            </Actions>
          </Band>
        )
      })}
      <Band>
        <Form action={url}>
          {standards.map(({ item, slug, name, plainLine }) => {
            const standing = of(item)
            return (
              <Choices
                type="radio"
                legend={name}
                name={`sterkte_${slug}`}
                hint={`${plainLine}${standing?.confirmedAt ? ' De redactie bevestigde dit.' : ''}`}
                value={standing?.strength ?? ''}
                options={[
                  { value: '', label: 'niet' },
                  ...STRENGTHS.map((value) => ({ value, label: strengthWords[value] })),
                ]}
              />
            )
          })}
          <Button>Bewaar</Button>
        </Form>
      </Band>
    </>
  )
}
