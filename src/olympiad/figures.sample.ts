import type { RoundAnswers } from './figures.ts'
import { DEFAULT_RULE } from './rule.ts'

/** A made-up round of this size in which everybody answers everything: two camps, seven roles, and an earlier round. */
export function roundOf(panellists: number, statements: number): RoundAnswers {
  const roles = ['inwoner', 'vertegenwoordiger', 'professional', 'manager', 'beleidsmaker', 'onderzoeker', 'opleider']
  const answers = panellists * statements
  const round = {
    roles,
    rule: DEFAULT_RULE,
    minimum: 5,
    panellists,
    statements,
    role: new Uint8Array(answers),
    statement: new Uint16Array(answers),
    score: new Uint8Array(answers),
    panellist: new Uint32Array(answers),
  }
  const earlier = {
    panellist: new Uint32Array(answers),
    statement: new Uint16Array(answers),
    score: new Uint8Array(answers),
  }
  const chance = dice(41)
  for (let at = 0; at < answers; at++) {
    const [panellist, statement] = [Math.floor(at / statements), at % statements]
    const camp = statement % 3 === 0 && panellist % 4 === 0 ? 3 : 7
    round.panellist[at] = earlier.panellist[at] = panellist
    round.statement[at] = earlier.statement[at] = statement
    round.role[at] = panellist % roles.length
    round.score[at] = around(camp, chance)
    earlier.score[at] = around(camp, chance)
  }
  return { ...round, earlier }
}

/** The same throws every time. */
function dice(start: number): (below: number) => number {
  let state = start
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** A score near that of a camp; one in twenty is "weet ik niet". */
function around(camp: number, chance: (below: number) => number): number {
  return chance(20) === 0 ? 0 : Math.min(9, Math.max(1, camp - 2 + chance(5)))
}
