import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { AccountPage } from './account.page.tsx'
import { accountContent } from './instrument.form.ts'
import { sampleInstrument } from './instrument.sample.ts'

const file = new URL('../../content/pages/reflectie-verantwoording.json', import.meta.url)
const account = accountContent.parse(JSON.parse(readFileSync(file, 'utf8')))
const shown = (minutes: number | null) =>
  String(
    <AccountPage
      account={account}
      instrument={sampleInstrument()}
      figures={{ figures: { people: 60, minutes, lines: [], topics: [] }, month: 'november 2026' }}
    />,
  )

test('how long it took is said of those it was measured with: five screens, within an hour', () => {
  assert.match(
    shown(9),
    /De helft was klaar binnen 9 minuten\. Dat gaat over wie de vijf schermen binnen een uur invulde/,
  )
  assert.match(shown(null), /Te weinig mensen vulden de vijf schermen binnen een uur in/)
  assert.doesNotMatch(shown(9) + shown(null), /pauze/)
})
