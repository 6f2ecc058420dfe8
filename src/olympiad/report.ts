import { inDutch } from '../foundation/clock.ts'
import { ACCORD, type AccordItem } from './accord.ts'
import type { Charter } from './charter.ts'
import type { RoundFigures } from './figures.ts'
import type { Olympiad, StakeholderRole } from './olympiad.ts'
import { figure, nameOf, type ReportStatement, type ReportTable, statementTable } from './report.statement.ts'
import type { Mode, Round } from './round.ts'
import { ruleDetail, ruleSentence } from './rule.ts'
import { type Verdict, verdictWord } from './verdict.ts'

/** What the report says about one item of ACCORD. */
export interface Told {
  item: AccordItem
  /** What the system knows, sentence by sentence. */
  known: string[]
  tables: ReportTable[]
  /** What people wrote, as paragraphs. */
  written: string[]
  /** Nobody said yet what only people can say, or the system does not know it yet. */
  lacking: boolean
}

/** A round as the report tells it. */
export interface ReportRound extends Round {
  sentences: number
  extensions: { closesAt: Date; reason: string }[]
  /** People who answered, by role. */
  answered: Record<string, number>
  paper: number
  live: boolean
  /** Patterns that were seen and led to nothing. */
  flags: number
  removals: { reason: string; role: string; forms: number }[]
  figures: Omit<RoundFigures, 'statements'> | null
}

/** Everything the system knows about how an Olympiade went. */
export interface ReportFacts {
  olympiad: Olympiad
  charter: Charter | undefined
  roles: StakeholderRole[]
  chairs: number
  /** People invited, by role. */
  invited: Record<string, number>
  /** How people were found, with how many. */
  recruited: { words: string; people: number }[]
  /** How many declared an interest. */
  interests: number
  practices: string[]
  groups: string[]
  marks: number
  factors: number
  reworded: number
  dropped: { plain: string; reason: string }[]
  rounds: ReportRound[]
  statements: ReportStatement[]
  proposals: { passed: number; refused: number }
  reasons: { passed: number; refused: number }
  signups: { people: number; needs: number; reimbursed: number }
}

const list = new Intl.ListFormat('nl', { type: 'conjunction' })

const MODES: Record<Mode, string> = {
  confidential:
    'Vertrouwelijk: niemand kan zien wie wat koos, ook de voorzitter en de redactie niet. Stemmen liggen onder een schuilnaam, die alleen met iemands eigen link te vinden is. Na de laatste ronde zijn de schuilnamen vernietigd.',
  open: 'Open: wie meedeed, zag na elke sluiting van elkaar wie wat koos, met naam. Dat stond vooraf vast. Anderen zagen alleen wat elke groep vond.',
  secret:
    'Geheim: één antwoord, zonder persoon, tijd of volgorde. Ook wie stemde kan het eigen antwoord niet meer zien.',
}

const people = (count: number) => `${count} ${count === 1 ? 'mens' : 'mensen'}`
const roundName = ({ number: which, kind }: Pick<Round, 'number' | 'kind'>) =>
  kind === 'proposing' ? 'Ronde 0, zinnen bedenken' : `Ronde ${which}, wegen`

type Known = Record<string, { known: string[]; tables?: ReportTable[] }>

/** What the system knows, by item of ACCORD. An item that is not here it knows nothing about. */
const knownBy = (facts: ReportFacts): Known => ({ ...before(facts), ...weighing(facts), ...after(facts) })

/** What was there before anyone weighed: the question, the rules, the people, the sentences. */
function before(facts: ReportFacts): Known {
  const { olympiad, charter, roles } = facts
  const weighed = facts.rounds.filter(({ kind }) => kind === 'weighing')
  return {
    T1: {
      known: [
        `${olympiad.title}: samen wegen wat goed werk is, in ${weighed.length} rondes met ${roles.length} groepen. Verslag van de aanpak.`,
      ],
    },
    I2: { known: [`De vraag was: ${olympiad.question}`] },
    M1: {
      known: charter
        ? [
            `De spelregels lagen vast en stonden open voor iedereen op ${inDutch(charter.lockedAt)}, voordat iemand stemde. Ze zijn daarna niet veranderd.`,
          ]
        : [],
    },
    M2: { known: [`Er ${facts.chairs === 1 ? 'was één voorzitter' : `waren ${facts.chairs} voorzitters`}.`] },
    M3: {
      known: ['Iedere deelnemer zei zelf voor welke groep die sprak.'],
      tables: [
        {
          caption: 'Hoeveel mensen we hoopten te zien',
          columns: ['Groep', 'Streefgetal'],
          rows: roles.map(({ plural, target }) => [plural, String(target)]),
        },
      ],
    },
    M4: {
      known: facts.recruited.map(({ words, people: count }) => `${people(count)}: ${words}.`),
    },
    M5: { known: [inwoners(facts)] },
    M6: {
      known: [
        `${facts.groups.length === 1 ? 'Eén werkgroep las' : `${facts.groups.length} werkgroepen lazen`} ${facts.practices.length} praktijken en markeerde${facts.groups.length === 1 ? '' : 'n'} ${facts.marks} passages en citaten. Daaruit kwamen ${facts.factors} succesfactoren, en daaruit de zinnen.`,
        ...(facts.practices.length > 0 ? [`De praktijken: ${list.format(facts.practices)}.`] : []),
      ],
    },
    M8: { known: ['Bij elke zin stond een voorbeeld uit een praktijk, met de weg terug naar de beschrijving.'] },
  }
}

/** How was weighed. */
function weighing(facts: ReportFacts): Known {
  const { olympiad, charter, rounds } = facts
  const weighed = rounds.filter(({ kind }) => kind === 'weighing')
  const rule = charter?.rule ?? olympiad.rule
  return {
    M9: {
      known: [
        `Meningen zijn verzameld in rondes: eerst samen praten en zinnen bedenken, dan wegen. De rekenwijze is die van Verankerd, en niet hoe de Olympiades van 2008 tot 2012 werkten.`,
      ],
    },
    M10: {
      known: [
        'Een zin is één tekst: een gewone zin van hoogstens twintig woorden met een voorbeeld, en dezelfde zin in vaktaal. Je kon kiezen: niet nodig, twijfel, nodig of weet ik niet, en binnen een keuze: een beetje, gewoon of heel erg. Dat is bewaard als 1 tot en met 9.',
        'Wie wilde, schreef een reden. Dat hoefde niet.',
        ...(rounds.some(({ kind }) => kind === 'proposing')
          ? [
              `In ronde 0 kon iedereen zinnen voorstellen. De voorzitter liet er ${facts.proposals.passed} toe en ${facts.proposals.refused} niet, met de reden in een openbaar logboek.`,
            ]
          : []),
      ],
    },
    M11: {
      known: rounds.map((round) =>
        round.kind === 'proposing'
          ? 'Ronde 0 was om zinnen te bedenken.'
          : round.number === weighed[0]?.number
            ? `Ronde ${round.number} was om alle ${round.sentences} zinnen te wegen.`
            : `Ronde ${round.number} was om opnieuw te wegen waar nog geen overeenstemming over was: ${round.sentences} zinnen.`,
      ),
    },
    M12: {
      known: [
        ruleSentence(rule),
        ruleDetail(rule),
        `Onder de ${charter?.minimum ?? olympiad.minimum} stemmen in een groep doen we geen uitspraak.`,
      ],
    },
    M13: {
      known: [
        'Een zin die gedragen of niet gedragen was, kwam niet terug. Een volgende ronde ging over wat nog open was.',
      ],
    },
    M14: { known: howAnswered(facts) },
    M15: {
      known: [
        'Aandelen zijn per groep, over wie een mening gaf. ‘Weet ik niet’ telt niet mee. Kwantielen zijn berekend met lineaire interpolatie (R-7). Cijfers van een groep staan er alleen bij vijf of meer stemmen, afgerond op vijf procent; waar bijna iedereen hetzelfde zei, staat alleen dat.',
      ],
    },
    M17: {
      known: [
        'Na elke ronde zag iedereen per groep hoe er gekozen was, met het eigen antwoord ernaast, en de redenen zonder namen. Voor de sluiting was er geen tussenstand, ook niet voor de voorzitter.',
      ],
    },
    M18: { known: [...new Set(weighed.map(({ mode }) => mode))].map((mode) => MODES[mode]) },
    M19: {
      known: [
        `De voorzitter stemde niet over de uitspraak: die is uitgerekend. Wel las de voorzitter redenen voordat anderen ze zagen: ${facts.reasons.passed} toegelaten, ${facts.reasons.refused} niet.`,
      ],
    },
    M20: {
      known:
        facts.signups.people > 0
          ? [`Van wie zich aanmeldde voor de dag vroegen ${people(facts.signups.reimbursed)} om een reisvergoeding.`]
          : [],
    },
    M21: {
      known: [
        'Meedoen kon zonder account, op een telefoon, zonder muis, zonder JavaScript en op papier.',
        ...(facts.signups.needs > 0 ? [`${people(facts.signups.needs)} vroegen vooraf om hulp of aanpassing.`] : []),
      ],
    },
  }
}

/** What came out, and what has to be said beside it. */
function after(facts: ReportFacts): Known {
  const { olympiad, rounds } = facts
  return {
    R1: { known: [], tables: [whenTable(rounds)] },
    R2: {
      known: [
        ...rounds.flatMap((round) =>
          round.extensions.map(
            ({ closesAt, reason }) => `${roundName(round)} is verlengd tot ${inDutch(closesAt)}: ${reason}`,
          ),
        ),
        ...rounds.flatMap((round) => removalWords(round, facts.roles)),
      ],
    },
    R3: { known: [], tables: [whoTable(facts)] },
    R4: outcome(facts),
    R5: {
      known: [
        facts.reworded === 0
          ? 'Geen zin is onderweg anders verwoord.'
          : `${facts.reworded} keer is een zin anders verwoord. Oude stemmen bleven bij de oude tekst.`,
        ...facts.dropped.map(({ plain, reason }) => `Weggelaten: “${plain}” ${reason}`),
      ],
    },
    O2: {
      known: [`${facts.interests === 0 ? 'Niemand gaf' : `${people(facts.interests)} gaven`} vooraf een belang op.`],
    },
    O3: { known: olympiad.funder === '' ? [] : [`Betaald door: ${olympiad.funder}.`] },
  }
}

/** What looked like abuse in a round, and what was done about it. */
function removalWords({ flags, removals, ...round }: ReportRound, roles: StakeholderRole[]): string[] {
  return [
    ...removals.map(
      ({ reason, role, forms }) =>
        `Uit ${roundName(round).toLowerCase()} zijn ${forms} formulieren van ${nameOf(roles, role)} gehaald, volgens de regel die vooraf vastlag: ${reason} Bij elke zin staat de telling mét en zonder.`,
    ),
    ...(flags === 0
      ? []
      : [
          `In ${roundName(round).toLowerCase()} ${flags === 1 ? 'viel één patroon' : `vielen ${flags} patronen`} op waar niets voor uit de telling is gehaald.`,
        ]),
  ]
}

function inwoners({ roles, rounds }: ReportFacts): string {
  const [first] = roles
  const most = Math.max(0, ...rounds.map(({ answered }) => answered[first?.slug ?? ''] ?? 0))
  return `${first ? first.plural.charAt(0).toUpperCase() + first.plural.slice(1) : 'Inwoners'} telden als eigen groep: zonder hen is geen zin gedragen. Er deden er hoogstens ${counted(most)} mee in één ronde.`
}

function howAnswered({ rounds }: ReportFacts): string[] {
  const paper = rounds.reduce((sum, round) => sum + round.paper, 0)
  const live = rounds.filter((round) => round.live)
  return [
    'Iedereen antwoordde voor zichzelf, op een eigen scherm of een eigen formulier.',
    ...(live.length > 0 ? [`${list.format(live.map(roundName))} was samen in de zaal.`] : []),
    ...(paper > 0 ? [`${paper} formulieren kwamen op papier, en zijn door twee mensen ingevoerd.`] : []),
  ]
}

const whenTable = (rounds: ReportRound[]): ReportTable => ({
  caption: 'Wanneer elke ronde was',
  columns: ['Ronde', 'Open', 'Dicht', 'Zinnen'],
  rows: rounds.map((round) => [
    roundName(round),
    round.openedAt ? inDutch(round.openedAt) : 'nog niet',
    round.closedAt ? inDutch(round.closedAt) : 'nog niet',
    String(round.sentences),
  ]),
})

/** Fewer people are not told as a number: who knows the others would know who did not answer. Source: docs/thresholds.md. */
export const FEWEST_COUNTED = 5

const counted = (count: number) =>
  count > 0 && count < FEWEST_COUNTED ? `minder dan ${FEWEST_COUNTED}` : String(count)

function whoTable({ roles, invited, rounds }: ReportFacts): ReportTable {
  return {
    caption: 'Wie gevraagd zijn, en wie antwoordden',
    columns: ['Groep', 'Gevraagd', ...rounds.map(roundName)],
    rows: roles.map(({ slug, plural }) => [
      plural,
      counted(invited[slug] ?? 0),
      ...rounds.map(({ answered }) => counted(answered[slug] ?? 0)),
    ]),
  }
}

const ORDER: Verdict[] = ['accepted', 'no consensus', 'rejected', 'no verdict']

function outcome(facts: ReportFacts): { known: string[]; tables: ReportTable[] } {
  const { statements, rounds, roles } = facts
  if (statements.length === 0) return { known: [], tables: [] }
  const counts = ORDER.map((one) => ({ one, count: statements.filter(({ verdict }) => verdict === one).length }))
  const closed = rounds.filter(({ figures }) => figures !== null)
  const known = [
    `Van ${statements.length} zinnen: ${list.format(counts.filter(({ count }) => count > 0).map(({ one, count }) => `${count} ${verdictWord(one)}`))}.`,
    ...closed.flatMap(({ figures, ...round }) =>
      figures?.concordance
        ? [
            `${roundName(round)}: Kendalls W is ${figure(figures.concordance.w)} over ${people(figures.concordance.panellists)}.`,
          ]
        : [],
    ),
    ...closed.flatMap(({ figures, ...round }) =>
      figures?.opinionGroups
        ? [
            `${roundName(round)}: er zijn ${figures.opinionGroups.groups.length} meningsgroepen te onderscheiden. Die beslissen niets.`,
          ]
        : [],
    ),
  ]
  return { known, tables: statements.map((statement) => statementTable(statement, roles)) }
}

/** The whole report, item by item; what lacks stays in it and says so. */
export function methodReport(facts: ReportFacts, written: ReadonlyMap<string, string>): Told[] {
  const known = knownBy(facts)
  return ACCORD.map((item) => {
    const said = known[item.id]
    const words = paragraphsOf(written.get(item.id) ?? '')
    const told = (said?.known.length ?? 0) + (said?.tables ?? []).filter(({ rows }) => rows.length > 0).length > 0
    return {
      item,
      known: said?.known ?? [],
      tables: (said?.tables ?? []).filter(({ rows }) => rows.length > 0),
      written: words,
      lacking: item.by === 'system' ? !told : words.length === 0,
    }
  })
}

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** How many of the 35 items are told. */
export const completeness = (report: readonly Told[]): { told: number; all: number } => ({
  told: report.filter(({ lacking }) => !lacking).length,
  all: report.length,
})
