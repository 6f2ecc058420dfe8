import { capital } from '../foundation/capital.ts'
import { inDutchWithTime } from '../foundation/clock.ts'
import { inThousands } from '../foundation/number.ts'
import { Band, Button, Choices, Form, Heading, Lead, Notice, Script, Small } from '../foundation/ui/index.ts'
import { Arrivals, type ArrivalView } from './import.arrival.part.tsx'
import { ImportBadge } from './import.badge.part.tsx'
import { Report } from './import.report.part.tsx'
import {
  countsWords,
  hasWork,
  type Import,
  type ImportState,
  importState,
  importUrl,
  isBusy,
  KEPT_DAYS,
  type Outcome,
  type ReportRow,
} from './import.ts'
import { type Provider, providerDeskUrl } from './provider.ts'

/** What an import page shows besides the import itself. */
export interface ImportView {
  one: Import
  /** Nothing can be decided about it any more. */
  isOld: boolean
  progress: { items: number; done: number }
  /** The part of the report that is looked at. */
  outcome: Outcome | undefined
  rows: ReportRow[]
  page: number
  provider: Provider
  /** Once it is in: where its courses stand. */
  arrivals: ArrivalView | undefined
}

/** One import: how far it is, its report, and what can be decided about it. */
export function ImportPage(view: ImportView) {
  const { one, isOld, provider, arrivals } = view
  const state = importState(one)
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>{one.name}</Heading>
        <p>
          <ImportBadge state={state} />
        </p>
        <Small>Aangeleverd op {inDutchWithTime(one.begunAt)}.</Small>
        <Standing {...view} state={state} />
      </Band>
      {arrivals ? <Arrivals {...arrivals} one={one} provider={provider} /> : null}
      {one.counts && state !== 'failed' ? <Report {...view} counts={one.counts} /> : null}
      {isOld ? null : <Deciding one={one} provider={provider} state={state} />}
    </>
  )
}

function Deciding({ one, provider, state }: { one: Import; provider: Provider; state: ImportState }) {
  if (state === 'reported' && one.counts && hasWork(one.counts))
    return <Decision one={one} counts={one.counts} listUrl={`${providerDeskUrl(provider)}/aanleveringen`} />
  return state === 'set' ? <Undoing one={one} /> : null
}

/** Why an old import can't be put in place or put back. */
export const TOO_OLD = `Deze aanlevering is ouder dan ${KEPT_DAYS} dagen. De regels ervan bewaren we niet meer. Lever jullie aanbod opnieuw aan als er iets moet veranderen.`

const BUSY: Record<string, string> = {
  fetching: 'We halen het op van jullie site.',
  reading: 'We lezen wat je stuurde.',
  comparing: 'We leggen het naast wat er al staat.',
  setting: 'We zetten het in je aanbod.',
  undoing: 'We draaien het terug.',
}

function Standing({ one, isOld, progress, state }: ImportView & { state: ImportState }) {
  if (isBusy(state))
    return (
      <div data-import-busy role="status">
        <Lead>
          {one.address !== null && state === 'reading' ? 'We lezen wat er op jullie site staat.' : BUSY[state]}
        </Lead>
        <p>
          {state === 'fetching'
            ? 'Dat kan even duren, als de site langzaam is.'
            : state === 'reading'
              ? `${inThousands(progress.items)} stukken gelezen.`
              : `${inThousands(progress.done)} van ${inThousands(progress.items)} klaar.`}
        </p>
        <p>
          Je mag deze pagina sluiten; het gaat vanzelf door. <a href={importUrl(one)}>Kijk hoe ver het is</a>
        </p>
        <Script name="import" />
      </div>
    )
  if (state === 'failed')
    return (
      <Notice tone="warning" title="Dit konden we niet lezen">
        <p>{one.fault}</p>
      </Notice>
    )
  return (
    <>
      {one.counts ? <Lead>{capital(countsWords(one.counts))}.</Lead> : null}
      {one.fault === '' ? null : (
        <Notice tone="warning" title="We konden niet alles lezen">
          <p>{one.fault}</p>
          <p>Wat ervoor stond, zie je hieronder.</p>
        </Notice>
      )}
      {one.remarks.length === 0 ? null : (
        <Notice tone="info" title="Goed om te weten">
          {one.remarks.map((remark) => (
            <p>{remark}</p>
          ))}
        </Notice>
      )}
      {state === 'reported' && one.counts && !hasWork(one.counts) ? <p>{nothingWords(one.counts)}</p> : null}
      {isOld && (state === 'reported' || state === 'set') ? <p>{TOO_OLD}</p> : null}
      {state === 'undone' ? <p>{undoneWords(one.kept)}</p> : null}
    </>
  )
}

/** Why there is nothing to put in place. */
const nothingWords = ({ same, refused }: NonNullable<Import['counts']>): string =>
  same > 0
    ? 'Er is niets om in je aanbod te zetten: wat we konden lezen, staat er al zo.'
    : `Er is niets om in je aanbod te zetten. Hieronder staat wat je ${refused === 1 ? 'eraan' : 'aan elk stuk'} kunt doen. Lever het daarna opnieuw aan.`

function undoneWords(kept: number): string {
  if (kept === 0) return 'Alles staat weer zoals het was.'
  return `Alles staat weer zoals het was, behalve ${kept === 1 ? 'één ding' : `${inThousands(kept)} dingen`} waar daarna iemand iets aan deed. Dat lieten we staan.`
}

function Decision({ one, counts, listUrl }: { one: Import; counts: NonNullable<Import['counts']>; listUrl: string }) {
  return (
    <Band tone="boter" labelledby="beslissen">
      <Heading level={2} id="beslissen">
        Klopt het?
      </Heading>
      <p>
        Wat al op de site staat en verandert, staat er meteen. Nieuwe trainingen die compleet zijn, bekijkt de redactie
        binnen twee werkdagen. Mist er nog iets, zoals de kenmerken, dan vind je ze als concept bij jullie trainingen.
      </p>
      <Form action={`${importUrl(one)}/plaatsing`}>
        {counts.gone > 0 ? (
          <Choices
            type="checkbox"
            legend="Wat er niet meer in staat"
            name="einde"
            optional
            options={[
              {
                value: 'ja',
                label: 'Zeg die data af, en leg die trainingen in het archief',
                hint: 'Kies dit alleen als je alles aanlevert. Anders blijven ze staan.',
              },
            ]}
          />
        ) : null}
        <Button>Zet dit in je aanbod</Button>
      </Form>
      <p>
        Klopt het nog niet? Verbeter {one.address === null ? 'je bestand' : 'het op jullie site'} en{' '}
        <a href={listUrl}>lever het opnieuw aan</a>. Tot je op de knop drukt, verandert er niets.
      </p>
    </Band>
  )
}

function Undoing({ one }: { one: Import }) {
  return (
    <Band tone="boter" labelledby="terug">
      <Heading level={2} id="terug">
        Toch niet goed?
      </Heading>
      <p>
        Je kunt deze aanlevering {KEPT_DAYS} dagen lang in één keer terugdraaien. Wat iemand daarna veranderde, blijft
        staan.
      </p>
      <Form action={`${importUrl(one)}/terug`} label="Draai deze aanlevering terug">
        <Button kind="secondary">Draai alles terug</Button>
      </Form>
    </Band>
  )
}
