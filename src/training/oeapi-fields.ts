/** The fields someone wants: whole, or only some of what is in them. */
export type Fields = ReadonlyMap<string, Fields | 'whole'>

/** The names of a list, up to the bracket that ends it or the end of the text. Source: OEAPI 6.0, `fields`. */
function readList(text: string, from: number): { fields: Fields; at: number } | undefined {
  const fields = new Map<string, Fields | 'whole'>()
  for (let at = from; ; at += 1) {
    const [name = ''] = /^[\w.-]*/.exec(text.slice(at)) ?? []
    if (name === '') return undefined
    at += name.length
    if (text[at] === '(') {
      const within = readList(text, at + 1)
      if (within === undefined || text[within.at] !== ')') return undefined
      const known = fields.get(name)
      if (known !== 'whole') fields.set(name, new Map([...(known ?? []), ...within.fields]))
      at = within.at + 1
    } else fields.set(name, 'whole')
    if (text[at] !== ',') return { fields, at }
  }
}

/**
 * The fields a text asks for: "name,link" or "(name,ext(outcome,form))". Undefined when it asks for everything.
 * Names nobody knows are allowed, as OEAPI 6.0 says; brackets that do not match are not.
 */
export function readFields(asked: string): Fields | undefined | 'unreadable' {
  const text = asked.replace(/\s/g, '')
  if (text === '') return undefined
  const isWrapped = text.startsWith('(')
  const list = readList(text, isWrapped ? 1 : 0)
  const end = isWrapped ? text.length - 1 : text.length
  return list !== undefined && list.at === end && (!isWrapped || text[end] === ')') ? list.fields : 'unreadable'
}

/** What a thing always carries, whatever is asked, and the things within it of which some may be asked. */
export interface Kind {
  always: readonly string[]
  within: Readonly<Record<string, Kind>>
}

// Under which licence, and whether it is made up: nothing goes out without that.
const ext: Kind = { always: ['licentie', 'voorbeeld'], within: {} }
const organisation: Kind = {
  always: ['organisationId', 'primaryCode', 'organisationType', 'name', 'ext'],
  within: { ext },
}
const learningOutcome: Kind = { always: ['learningOutcomeId', 'primaryCode', 'name', 'ext'], within: { ext } }
const course: Kind = {
  always: ['courseId', 'primaryCode', 'name', 'ext'],
  within: { ext, organisation, learningOutcomes: learningOutcome },
}
const courseOffering: Kind = {
  always: ['courseOfferingId', 'primaryCode', 'name', 'ext'],
  within: { ext, course, organisation },
}

/** Source: OEAPI 6.0, `required` of each. */
export const KINDS = { organisation, learningOutcome, course, courseOffering }

function some(value: unknown, fields: Fields, kind: Kind): unknown {
  if (Array.isArray(value)) return value.map((one) => some(one, fields, kind))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, whole]) => {
      const asked = fields.get(name) ?? (kind.always.includes(name) ? new Map() : undefined)
      if (asked === undefined) return []
      const inner = kind.within[name]
      // Of what is no thing of its own, such as an address, a part would not be valid: that comes whole.
      return [[name, asked === 'whole' || inner === undefined ? whole : some(whole, asked, inner)]]
    }),
  )
}

/** A thing with only the fields that were asked, and what it always carries. What lacks then, was not wanted. */
export const picked = <Thing extends object>(thing: Thing, fields: Fields | undefined, kind: Kind): Thing =>
  fields === undefined ? thing : (some(thing, fields, kind) as Thing)
