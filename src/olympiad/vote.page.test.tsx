import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bareFrame, FrameContext } from '../foundation/ui/index.ts'
import type { Olympiad } from './olympiad.ts'
import type { Mode, Round } from './round.ts'
import { SheetPage } from './vote.page.tsx'

test('the sheet of a secret round carries the nonce its receipt is made of; another sheet has no need of one', () => {
  const sheetIn = (mode: Mode) => {
    const round = { mode } as Round
    const sheet = <SheetPage olympiad={{ slug: 'x' } as Olympiad} round={round} sentences={[]} typed={{}} errors={[]} />
    const frame = { ...bareFrame, nonce: () => 'eenmalig' }
    return String(<FrameContext.Provider value={frame}>{sheet}</FrameContext.Provider>)
  }
  assert.match(sheetIn('secret'), /name="_nonce" value="eenmalig"/)
  for (const mode of ['confidential', 'open'] as const) assert.doesNotMatch(sheetIn(mode), /_nonce/)
})
