/**
 * `npm run recount -- FILE`: computes every verdict of an Olympiade again from its export alone, and prints each that
 * was published otherwise. It shares no code with the platform on purpose: read these lines, and you know what it proves.
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

type Rule =
  | { is: 'shares'; needed: number; notNeeded: number }
  | { is: 'rand' }
  | { is: 'median'; median: number; iqr: number }
interface Counted {
  roles: { role: string; votes: number; counts: number[] | null }[]
  verdict: string | null
  holdingBack: string[]
  tooFew: string[]
}
interface Statement extends Counted {
  id: string
  /** The same with the forms that were taken out; its verdict is null where it is not told. */
  withRemoved?: Counted
}
interface Export {
  format: string
  rule: Rule
  roles: { slug: string }[]
  minimum: number
  rounds: { number: number; statements: Statement[] }[]
}

/** Says 1 for needed, −1 for not needed, 0 for neither. Scores lie in a row from low to high, "weet ik niet" left out. */
function opinion(row: number[], rule: Rule): number {
  const among = (low: number, high: number) => row.filter((score) => score >= low && score <= high).length * 100
  if (rule.is === 'shares') {
    const [needed, against] = [rule.needed * row.length, rule.notNeeded * row.length]
    if (among(7, 9) >= needed && among(1, 3) < against) return 1
    return among(1, 3) >= needed && among(7, 9) < against ? -1 : 0
  }
  // A hundred times a percentile, in whole numbers: R-7, linear between the two nearest scores.
  const percentile = (p: number) => {
    const [whole, rest] = [Math.floor(((row.length - 1) * p) / 100), ((row.length - 1) * p) % 100]
    return (row[whole] ?? 0) * (100 - rest) + (row[whole + 1] ?? 0) * rest
  }
  const [p30, p70, middle] = [percentile(30), percentile(70), percentile(50)]
  // IPR > IPRAS, both sides four hundred times.
  const tooFarApart =
    rule.is === 'rand'
      ? 4 * (p70 - p30) > 940 + 600 * Math.abs(5 - (p30 + p70) / 200)
      : percentile(75) - percentile(25) > 100 * rule.iqr
  const from = rule.is === 'rand' ? 7 : rule.median
  if (tooFarApart) return 0
  if (middle >= 100 * from) return 1
  return middle <= 100 * (10 - from) ? -1 : 0
}

function verdictOf({ rule, roles, minimum }: Export, id: string, statement: Counted) {
  const opinions = roles.map(({ slug }) => {
    const given = statement.roles.find((one) => one.role === slug)
    const row = (given?.counts ?? []).flatMap((count, score) =>
      score === 0 ? [] : new Array<number>(count).fill(score),
    )
    if (given?.counts && row.length !== given.votes) throw new Error(`${id}: the counts of ${slug} do not add up`)
    return { slug, says: row.length < Math.max(5, minimum) ? undefined : opinion(row, rule) }
  })
  const tooFew = opinions.filter(({ says }) => says === undefined).map(({ slug }) => slug)
  if (tooFew.length > 0 || roles.length === 0) return { verdict: 'no verdict', holdingBack: [], tooFew }
  const total = opinions.reduce((sum, { says = 0 }) => sum + says, 0)
  if (total === roles.length) return { verdict: 'accepted', holdingBack: [], tooFew }
  if (total === -roles.length) return { verdict: 'rejected', holdingBack: [], tooFew }
  return {
    verdict: 'no consensus',
    holdingBack: opinions.flatMap(({ slug, says }) => (says === 1 ? [] : [slug])),
    tooFew,
  }
}

function differences(given: Export, round: number, id: string, counted: Counted): string[] {
  const { verdict, holdingBack, tooFew } = counted
  const [published, found] = [{ verdict, holdingBack, tooFew }, verdictOf(given, id, counted)].map((one) =>
    JSON.stringify(one),
  )
  return published === found ? [] : [`Round ${round}, ${id}: published ${published}, counted ${found}`]
}

/** Every verdict that differs from what was published, in a line each: without what was taken out, and with it. */
export function recount(given: Export): string[] {
  if (given.format !== 'verankerd-olympiade-1') throw new Error('This is not the export of an Olympiade.')
  return given.rounds.flatMap(({ number, statements }) =>
    statements.flatMap((statement) => {
      const along = statement.withRemoved
      const told = along === undefined || along.verdict === null ? [] : [along]
      return [
        ...differences(given, number, statement.id, statement),
        ...told.flatMap((one) => differences(given, number, `${statement.id} with what was taken out`, one)),
      ]
    }),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [file] = process.argv.slice(2)
  try {
    if (file === undefined) throw new Error('Say which file: npm run recount -- FILE')
    const given: Export = JSON.parse(readFileSync(file, 'utf8'))
    const differences = recount(given)
    for (const line of differences) console.log(line)
    const statements = given.rounds.reduce((sum, round) => sum + round.statements.length, 0)
    console.log(`${statements} verdicts counted again, ${differences.length} different`)
    process.exitCode = differences.length > 0 ? 1 : 0
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
    process.exitCode = 1
  }
}
