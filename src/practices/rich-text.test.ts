import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RichText } from './rich-text.part.tsx'
import { plainOf, richText } from './rich-text.ts'

const html = (text: string) => String(RichText({ blocks: richText(text) }))

const cases: [name: string, text: string, html: string][] = [
  ['paragraphs', 'Een.\n\nTwee.', '<p>Een.</p><p>Twee.</p>'],
  ['bold and italic', '**vet** en *schuin*', '<p><strong>vet</strong> en <em>schuin</em></p>'],
  ['a list', '- een\n- *twee*', '<ul><li>een</li><li><em>twee</em></li></ul>'],
  ['a numbered list', '1. een\n2. twee', '<ol><li>een</li><li>twee</li></ol>'],
  [
    'a link with https',
    '[hier](https://voorbeeld.nl/a)',
    '<p><a href="https://voorbeeld.nl/a" rel="noopener nofollow">hier</a></p>',
  ],
  ['http is no link', '[hier](http://voorbeeld.nl)', '<p>hier</p>'],
  ['javascript is no link', '[hier](javascript:alert(1))', '<p>hier</p>'],
  ['data is no link', '[hier](data:text/html,x)', '<p>hier</p>'],
  ['a link without a host is none', '[hier](https:///pad)', '<p>hier</p>'],
  ['a link that hides another host is none', '[hier](https://goed.nl@kwaad.nl)', '<p>hier</p>'],
  ['HTML is shown as typed', 'a <b onclick="x">b</b>', '<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>'],
  ['a block of HTML too', '<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ['a heading is words', '# Kop', '<p>Kop</p>'],
  ['a hashtag stays', '#buurt', '<p>#buurt</p>'],
  ['a quotation mark of Markdown means nothing', '> gezegd', '<p>gezegd</p>'],
  ['code is words', '`ls -l`', '<p>ls -l</p>'],
  ['a picture is its words', '![alt](https://voorbeeld.nl/a.png)', '<p>alt</p>'],
]

for (const [name, text, expected] of cases)
  test(`rich text: ${name}`, () => {
    assert.equal(html(text), expected)
  })

test('plain text keeps words and lists and loses the marks', () => {
  assert.equal(
    plainOf('Een **vet** woord.\n\n- een\n- [twee](https://a.nl)\n\n1. eerst'),
    'Een vet woord.\n\n- een\n- twee\n\n1. eerst',
  )
})

test('marks by the thousand cost little and break nothing', () => {
  for (const mark of [
    '> ',
    '- ',
    '*',
    '**a ',
    '[',
    '![',
    '`',
    '1. ',
    '<a ',
    '_',
    '\\',
    '&amp;',
    '[a](',
    '- a\n',
    '[a]: x\n',
  ])
    assert.equal(typeof plainOf(mark.repeat(1_000)), 'string', mark)
})
