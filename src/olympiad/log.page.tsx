import { inDutch, inDutchWithTime } from '../foundation/clock.ts'
import {
  Actions,
  Band,
  Button,
  Disclosure,
  Heading,
  Lead,
  Notice,
  Pagination,
  pagesFor,
  Small,
  Table,
  TextArea,
} from '../foundation/ui/index.ts'
import { actionWords, faultWords, headLine, type LogEntry, type LogFault, type LogHead } from './log.ts'
import { type Olympiad, olympiadUrl } from './olympiad.ts'

/** What came of checking a line someone kept. */
export type LogCheck = { is: 'unread' } | { is: 'other' } | { is: 'checked'; head: LogHead; faults: LogFault[] }

/** Lines on one page of a log. */
export const LINES_PER_PAGE = 50

export interface LogView {
  olympiad: Olympiad
  entries: LogEntry[]
  heads: LogHead[]
  /** What the chain says about itself, with the heads we kept. */
  faults: LogFault[]
  /** Which page of the lines is shown, from 1. */
  page: number
  publicKey: string
  typed: string
  check: LogCheck | undefined
}

/** Everything that was decided in an Olympiade, in a chain nobody can change unseen, with a way to check it. */
export function LogPage({ olympiad, entries, heads, faults, page, publicKey, typed, check }: LogView) {
  const [newest] = heads
  const shown = entries.slice((page - 1) * LINES_PER_PAGE, page * LINES_PER_PAGE)
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Logboek</Heading>
        <Lead>
          Alles wat de voorzitter in {olympiad.title} besloot, staat hier op volgorde. Wie wat stemde, staat er niet in.
        </Lead>
        <p>
          Elke regel draagt de vingerafdruk van de regel ervoor. Wie achteraf iets verandert, verplaatst of weghaalt,
          laat een breuk achter.
        </p>
        <Faults faults={faults} whole={`Het logboek is heel: ${entries.length} regels, geen breuk.`} />
      </Band>
      <Band tone="wit">
        {entries.length === 0 ? (
          <p>Er is nog niets besloten.</p>
        ) : (
          <Table
            caption="Wat er besloten is"
            columns={[{ label: 'Nummer' }, { label: 'Wat' }, { label: 'Waarover' }, { label: 'Wanneer' }]}
            rows={shown.map(({ seq, action, object, at, hash }) => [
              String(seq),
              actionWords[action],
              <>
                {object}
                <Small>
                  vingerafdruk <code>{hash.slice(0, 12)}</code>
                </Small>
              </>,
              inDutchWithTime(at),
            ])}
          />
        )}
        <Pagination
          page={page}
          pages={pagesFor(entries.length, LINES_PER_PAGE)}
          href={(n) => `${olympiadUrl(olympiad)}/logboek${n === 1 ? '' : `?bladzijde=${n}`}`}
        />
      </Band>
      <Band tone="boter" id="controle">
        <Heading level={2}>Controleer het zelf</Heading>
        <p>
          Bewaar de regel hieronder buiten deze site, bijvoorbeeld in een mail aan jezelf. Plak je hem later terug, dan
          zie je of alles er nog staat zoals toen.
        </p>
        {newest ? (
          <>
            <p>
              <code class="log-line">{headLine(newest)}</code>
            </p>
            <Small>Getekend op {inDutch(newest.signedAt)}.</Small>
          </>
        ) : (
          <p>De eerste regel wordt komende nacht getekend.</p>
        )}
        <form method="get" action={`${olympiadUrl(olympiad)}/logboek#controle`}>
          <TextArea label="Plak hier een regel die je bewaarde" name="regel" rows={3} value={typed} />
          <Actions>
            <Button>Controleer</Button>
          </Actions>
        </form>
        {check ? <CheckNotice check={check} /> : null}
        <Disclosure summary="Voor wie het narekent">
          <p>
            De vingerafdruk is SHA-256 over de regel in canonieke JSON (RFC 8785), met de vingerafdruk van de vorige
            regel erin. De handtekening is Ed25519. Dit is onze openbare sleutel:
          </p>
          <p>
            <code class="log-line">{publicKey}</code>
          </p>
        </Disclosure>
      </Band>
    </>
  )
}

function CheckNotice({ check }: { check: LogCheck }) {
  if (check.is === 'unread')
    return (
      <Notice tone="warning" title="Dit lijkt geen regel uit een logboek">
        <p>Plak de hele regel, van “verankerd-logboek” tot en met het laatste teken.</p>
      </Notice>
    )
  if (check.is === 'other')
    return (
      <Notice tone="warning" title="Deze regel is van een andere Olympiade">
        <p>Open het logboek van de Olympiade waar hij bij hoort.</p>
      </Notice>
    )
  const { head, faults } = check
  return (
    <Faults
      faults={faults}
      whole={`Tot en met regel ${head.seq} staat alles er nog zoals op ${inDutch(head.signedAt)}.`}
    />
  )
}

function Faults({ faults, whole }: { faults: LogFault[]; whole: string }) {
  if (faults.length === 0)
    return (
      <Notice tone="ok" title="Geen breuk gevonden">
        <p>{whole}</p>
      </Notice>
    )
  return (
    <Notice tone="error" title="Er klopt iets niet">
      <ul>
        {faults.map(({ seq, fault }) => (
          <li>
            Regel {seq}: {faultWords[fault]}.
          </li>
        ))}
      </ul>
    </Notice>
  )
}
