import assert from 'node:assert/strict'
import { test } from 'node:test'
import { escapeXml } from './xml.ts'

test('text in XML: signs are escaped, what XML forbids goes, everything else stays', () => {
  assert.equal(escapeXml(`<a href="x">R&D</a>`), '&lt;a href=&quot;x&quot;&gt;R&amp;D&lt;/a&gt;')
  assert.equal(escapeXml('tab\tregel\n'), 'tab\tregel\n')
  assert.equal(escapeXml('samen 🤝 sterk 𝄞'), 'samen 🤝 sterk 𝄞')
  assert.equal(escapeXml('a\u0000b\u000bc\ufffed\ud83de'), 'abcde')
})
