import { type Db, statement } from '../foundation/db/index.ts'
import type { CompetenceFrameworkText, CompetenceText } from './competence.ts'

export interface Competence {
  id: string
  slug: string
  text: CompetenceText
  framework: string
  revision: string
  number: number
  printedAt: Date
}

export interface CompetenceFramework {
  id: string
  slug: string
  text: CompetenceFrameworkText
  revision: string
  number: number
  printedAt: Date
}

const newest = (subject: string) => `join lateral (
       select t.body, i.revision, i.number, i.printed_at from standards.imprint i join standards.text t on t.id = i.text
        where i.subject = ${subject} order by i.version desc limit 1) n on true`

/** All competences in their own order. */
export const competences: (db: Db) => Promise<Competence[]> = statement<Competence>(
  'standards.competences',
  `select c.id, c.slug, n.body as text, c.framework, n.revision, n.number, n.printed_at as "printedAt"
     from standards.competence c ${newest('c.id')} order by c.framework, c.position`,
)

/** The lists the competences come from. */
export const competenceFrameworks: (db: Db) => Promise<CompetenceFramework[]> = statement<CompetenceFramework>(
  'standards.competence-frameworks',
  `select f.id, f.slug, n.body as text, n.revision, n.number, n.printed_at as "printedAt"
     from standards.competence_framework f ${newest('f.id')} order by f.slug`,
)
