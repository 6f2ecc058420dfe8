import type { z } from 'zod'
import type { Body, HouseContext } from './env.ts'

/** One thing to mend: the field's name and a sentence that says what to do. */
export interface FieldError {
  field: string
  message: string
}

/** What was typed, to be shown again. */
export type Typed = Record<string, string | string[] | undefined>

/** A form as read: either its values or, all at once, what to mend. `typed` is always there. */
export type Form<T> = { ok: true; value: T; typed: Typed } | { ok: false; errors: FieldError[]; typed: Typed }

/** Reads the body of this request against a schema with Dutch messages. Line ends become \n, outer spaces go. */
export function readForm<S extends z.ZodType>(c: HouseContext, schema: S): Form<z.output<S>> {
  const form = checkForm(schema, c.get('body') ?? {})
  // A form that is only drawn again is not sent: its fields go back to whoever typed them.
  return form.ok && c.get('redrawing') ? { ok: false, errors: [], typed: form.typed } : form
}

/** The same for a query string (facets, search, dates). */
export function readQuery<S extends z.ZodType>(c: HouseContext, schema: S): Form<z.output<S>> {
  const body: Body = Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      name.endsWith('[]') ? values : (values.at(-1) ?? ''),
    ]),
  )
  return checkForm(schema, body)
}

/** The pure part: checks a body, keeps what was typed. */
export function checkForm<S extends z.ZodType>(schema: S, body: Body): Form<z.output<S>> {
  const clean = tidy(body)
  const typed = textsOf(clean)
  const parsed = schema.safeParse(clean)
  if (parsed.success) return { ok: true, value: parsed.data, typed }
  const seen = new Set<string>()
  const errors: FieldError[] = []
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '')
    if (seen.has(field)) continue
    seen.add(field)
    errors.push({ field, message: issue.message })
  }
  return { ok: false, errors, typed }
}

function tidy(body: Body): Body {
  const clean = (value: string | File) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : value)
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.map(clean) : clean(value)]),
  )
}

function textsOf(body: Body): Typed {
  const isText = (value: string | File): value is string => typeof value === 'string'
  return Object.fromEntries(
    Object.entries(body)
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, value]) => [name, Array.isArray(value) ? value.filter(isText) : isText(value) ? value : undefined]),
  )
}
