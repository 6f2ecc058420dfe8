import {
  Badge,
  Band,
  Button,
  Choices,
  ErrorSummary,
  errorFor,
  type FieldError,
  Form,
  Heading,
} from '../foundation/ui/index.ts'
import { FactorFields, factorUrl, MoveForm, markLabel } from './factor.part.tsx'
import type { Factor } from './factor.ts'
import { MarkWords, type Names, RoomTop, type Typed } from './group.part.tsx'
import { groupUrl, type WorkingGroup } from './group.ts'
import type { MarkRead } from './mark.ts'

interface ClusterProps {
  group: WorkingGroup
  factors: Factor[]
  marks: MarkRead[]
  names: Names
  person: string
  errors: FieldError[]
  typed: Typed
  isEditor: boolean
}

/** Loose marks to lay together, and the factors there are. */
export function ClusterPage(props: ClusterProps) {
  const { group, factors, marks, names, person, errors, typed, isEditor } = props
  const loose = marks.filter(({ factor }) => factor === null)
  const standing = factors.filter(({ ending }) => ending === null)
  return (
    <>
      <Band tone="wad">
        <RoomTop group={group} here="succesfactoren" title="Markeringen en succesfactoren" isEditor={isEditor} />
        <ErrorSummary errors={errors} />
        {marks.length === 0 ? (
          <p>
            Er is nog niets gemarkeerd. <a href={groupUrl(group, 'lezen')}>Begin met lezen</a>.
          </p>
        ) : (
          <p>
            {marks.length} markeringen, waarvan {loose.length} nog los. Leg bij elkaar wat hetzelfde laat zien.
          </p>
        )}
      </Band>
      <Band labelledby="factoren">
        <Heading level={2} id="factoren">
          Succesfactoren
        </Heading>
        {standing.length === 0 ? <p>Er zijn er nog geen.</p> : null}
        <ul class="sentences">
          {standing.map((one) => (
            <li class="sentence">
              <p>
                <a href={factorUrl(group, one)}>{one.name}</a>{' '}
                <Badge>{marks.filter(({ factor }) => factor === one.id).length} markeringen</Badge>{' '}
                {one.item ? <Badge tone="ok">openbaar</Badge> : null}
              </p>
              <p>{one.explanation}</p>
            </li>
          ))}
        </ul>
      </Band>
      {loose.length > 0 ? (
        <Band tone="boter" labelledby="los">
          <Heading level={2} id="los">
            Nog los
          </Heading>
          {loose.map((mark) => (
            <div class="loose" id={`markering-${mark.id.slice(0, 8)}`}>
              <MarkWords mark={mark} names={names} />
              <MoveForm group={group} mark={mark} factors={standing} />
              {mark.by === person ? (
                <Form action={groupUrl(group, `markeringen/${mark.id}/einde`)} label={`Haal weg: ${mark.words}`}>
                  <Button kind="subtle">Haal mijn markering weg</Button>
                </Form>
              ) : null}
            </div>
          ))}
        </Band>
      ) : null}
      {marks.length > 0 ? (
        <Band labelledby="bijelkaar">
          <Heading level={2} id="bijelkaar">
            Maak er een succesfactor van
          </Heading>
          <Form action={groupUrl(group, 'succesfactoren')}>
            <Choices
              type="checkbox"
              legend="Welke markeringen horen bij elkaar?"
              name="markering[]"
              id="veld-markering"
              hint="Een markering staat onder één succesfactor. Kies je er een die al ergens staat, dan verhuist hij."
              options={[...loose, ...marks.filter(({ factor }) => factor !== null)].map((mark) => ({
                value: mark.id,
                label: markLabel(mark),
                ...(mark.factor
                  ? { hint: `Staat nu onder “${factors.find(({ id }) => id === mark.factor)?.name ?? ''}”` }
                  : {}),
              }))}
              value={typed['markering[]']}
              error={errorFor(errors, 'markering[]')}
            />
            <FactorFields errors={errors} typed={typed} />
            <Button>Maak de succesfactor</Button>
          </Form>
        </Band>
      ) : null}
    </>
  )
}
