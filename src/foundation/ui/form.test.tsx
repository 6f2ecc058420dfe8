import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Child } from 'hono/jsx'
import { Choices } from './choices.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { bareFrame, type Frame, FrameContext } from './frame.ts'
import { Select } from './select.tsx'
import { TextArea } from './text-area.tsx'

const bad = '"><script>alert(1)</script>'

function render(part: Child): string {
  return String(part)
}

function inFrame(frame: Partial<Frame>, part: Child): string {
  return render(<FrameContext.Provider value={{ ...bareFrame, ...frame }}>{part}</FrameContext.Provider>)
}

test('what was typed comes back escaped in every kind of field', () => {
  const parts = [
    <Field label="Naam" name="naam" value={bad} error={bad} hint={bad} />,
    <TextArea label="Reden" name="reden" value={bad} />,
    <Select label="Rol" name="rol" options={[{ value: bad, label: bad }]} />,
    <Choices type="radio" legend={bad} name="keuze" options={[{ value: bad, label: bad, hint: bad }]} />,
    <ErrorSummary errors={[{ field: bad, message: bad }]} />,
  ]
  for (const part of parts) assert.doesNotMatch(render(part), /<\/?script/)
  assert.match(render(parts[0]), /value="&quot;&gt;&lt;script&gt;/)
})

test('a posting form carries the token and a nonce of its page, a searching form neither', () => {
  const frame = { token: 'munt', nonce: () => 'eenmalig' }
  const posting = inFrame(frame, <Form action="/x">a</Form>)
  assert.match(posting, /<input type="hidden" name="_token" value="munt"\/>/)
  assert.match(posting, /<input type="hidden" name="_nonce" value="eenmalig"\/>/)
  const cases: [string, string][] = [
    ['get', inFrame(frame, <Form action="/x" method="get" />)],
    ['cached page', inFrame({}, <Form action="/x" />)],
  ]
  for (const [name, html] of cases) assert.doesNotMatch(html, /_token|_nonce/, name)
  const without = inFrame(frame, <Form action="/x" nonce={false} />)
  assert.match(without, /_token/)
  assert.doesNotMatch(without, /_nonce/)
})

test('a frame does not leak into what is rendered after it', () => {
  inFrame({ token: 'munt' }, <Form action="/x" />)
  assert.doesNotMatch(render(<Form action="/x" />), /munt/)
})

test('an error is tied to its field and the summary points at it', () => {
  const field = render(<Field label="Thema" name="thema[]" error="Kies een thema" hint="Eén is genoeg" />)
  assert.match(field, /id="veld-thema"/)
  assert.match(field, /aria-invalid="true"/)
  assert.match(field, /aria-describedby="veld-thema-uitleg veld-thema-fout"/)
  assert.match(
    render(<ErrorSummary errors={[{ field: 'thema[]', message: 'Kies een thema' }]} />),
    /href="#veld-thema"/,
  )
  assert.equal(render(<ErrorSummary errors={[]} />), '')
})

test('a choice is only chosen when its value was given', () => {
  const options = [
    { value: '1', label: 'een' },
    { value: '2', label: 'twee' },
  ]
  const cases: [string | string[] | undefined, number][] = [
    [undefined, 0],
    ['', 0],
    ['2', 1],
    [['1', '2'], 2],
    [['3'], 0],
  ]
  for (const [value, count] of cases) {
    const html = render(<Choices type="checkbox" legend="Hoe" name="hoe[]" options={options} value={value} />)
    assert.equal(html.match(/ checked/g)?.length ?? 0, count)
  }
})

test('a field says when it may stay empty and asks for the rest', () => {
  assert.match(render(<Field label="Naam" name="naam" />), /aria-required="true"/)
  const optional = render(<Field label="Naam" name="naam" optional />)
  assert.match(optional, /niet verplicht/)
  assert.doesNotMatch(optional, /aria-required/)
})
