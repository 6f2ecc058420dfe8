/** The few parts of the RDF packages that our tests use; they bring no types. */
declare module 'jsonld' {
  const jsonld: {
    toRDF(document: object, options: { format: 'application/n-quads'; documentLoader?: () => never }): Promise<string>
  }
  export default jsonld
}

declare module 'n3' {
  export interface Term {
    value: string
  }
  export interface Quad {
    subject: Term
    predicate: Term
    object: Term
  }
  export class Parser {
    constructor(options?: { format?: string })
    parse(text: string): Quad[]
  }
  export class Store {
    constructor(quads?: Quad[])
    readonly size: number
  }
}

declare module 'rdf-validate-shacl' {
  import type { Store, Term } from 'n3'

  export interface Violation {
    focusNode: Term | null
    path: Term | null
    severity: Term | null
    message: Term[]
  }
  export default class Validator {
    constructor(shapes: Store, options?: object)
    validate(data: Store): Promise<{ conforms: boolean; results: Violation[] }>
  }
}
