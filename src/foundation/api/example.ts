/** As much of JSON Schema as our own descriptions use. */
export interface Schema {
  $ref?: string
  example?: unknown
  enum?: unknown[]
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
}

/** The last step of a pointer to something that is named. */
const nameIn = (pointer: string): string => pointer.slice(pointer.lastIndexOf('/') + 1)

/**
 * An answer as it could be, put together from the examples that stand beside every field: so an example can never have
 * another shape than the answer. @throws for a field without one
 */
export function exampleOf(schema: Schema, named: Record<string, Schema>): unknown {
  const of = (one: Schema) => exampleOf(one, named)
  if (schema.$ref !== undefined) {
    const known = named[nameIn(schema.$ref)]
    if (known === undefined) throw new Error(`Nothing is called ${schema.$ref}`)
    return of(known)
  }
  if (schema.example !== undefined) return schema.example
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map(of))
  const [first] = schema.anyOf ?? schema.oneOf ?? []
  if (first !== undefined) return of(first)
  if (schema.items !== undefined) return [of(schema.items)]
  if (schema.properties !== undefined)
    return Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [name, of(one)]))
  throw new Error(`A field without an example: ${JSON.stringify(schema)}`)
}

interface Content {
  schema?: unknown
  example?: unknown
}

/** Gives every answer in a description its example. */
export function addExamples(document: {
  paths?: Record<string, { get?: { responses?: Record<string, { content?: Record<string, Content> }> } }>
  components?: { schemas?: object }
}): void {
  const named = { ...document.components?.schemas } as Record<string, Schema>
  for (const { get } of Object.values(document.paths ?? {}))
    for (const { content } of Object.values(get?.responses ?? {}))
      for (const one of Object.values(content ?? {})) one.example = exampleOf(one.schema as Schema, named)
}
