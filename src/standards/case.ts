import type { Standing } from '../olympiad/index.ts'
import { itemId } from '../thread/index.ts'
import type { Competence, CompetenceFramework } from './competence.store.ts'
import type { Crosswalk } from './crosswalk.store.ts'
import type { Crossing } from './crosswalk.ts'
import type { Edition } from './edition.store.ts'
import type { EditionStatus } from './edition.ts'
import { placeUrl } from './shelf.ts'
import type { Standard } from './standard.store.ts'

/** A pointer of CASE 1.1: every end of every relation has a title, an identifier and an address. */
export interface CaseLink {
  title: string
  identifier: string
  uri: string
  targetType?: 'CASE'
}

type Extensions = { extensions?: { voorbeeld: true } }

/** A list of standards or competences, in the words of CASE 1.1. */
export type CaseDocument = Extensions & {
  identifier: string
  uri: string
  creator: string
  title: string
  lastChangeDateTime: string
  caseVersion: '1.1'
  language: 'nl'
  version: string
  adoptionStatus: 'Draft' | 'Adopted' | 'Deprecated'
  description: string
  notes: string
  officialSourceURL: string
}

export type CaseItem = Extensions & {
  identifier: string
  uri: string
  fullStatement: string
  abbreviatedStatement?: string
  humanCodingScheme: string
  CFItemType: string
  language: 'nl'
  conceptKeywords?: string[]
  notes?: string
  lastChangeDateTime: string
}

export type CaseAssociation = Extensions & {
  identifier: string
  uri: string
  associationType: 'isChildOf' | 'exactMatchOf' | 'isRelatedTo' | 'replacedBy'
  sequenceNumber?: number
  originNodeURI: CaseLink
  destinationNodeURI: CaseLink
  notes?: string
  lastChangeDateTime: string
}

export interface CasePackage {
  CFDocument: CaseDocument
  CFItems: CaseItem[]
  CFAssociations: CaseAssociation[]
}

/** Everything that is published, as read from the shelf. */
export interface Published {
  base: string
  editions: Edition[]
  standards: Standard[]
  crosswalks: Crosswalk[]
  competenceFrameworks: CompetenceFramework[]
  competences: Competence[]
  /** What came of statements that standards were made of, by verdict. */
  standings: ReadonlyMap<string, Standing>
}

const adoption: Record<EditionStatus, CaseDocument['adoptionStatus']> = {
  draft: 'Draft',
  consultation: 'Draft',
  current: 'Adopted',
  replaced: 'Deprecated',
}

const CREATOR = 'Verankerd'
const at = (base: string, kind: 'CFDocuments' | 'CFItems' | 'CFAssociations', id: string) =>
  `${base}/ims/case/v1p1/${kind}/${id}`
const mark = (fictional: boolean): Extensions => (fictional ? { extensions: { voorbeeld: true } } : {})
const momentOf = (date: Date | null) => (date ?? new Date(0)).toISOString()

function editionDocument(base: string, edition: Edition): CaseDocument {
  return {
    identifier: edition.id,
    uri: at(base, 'CFDocuments', edition.id),
    creator: CREATOR,
    title: `${edition.text.title} (${edition.text.year})`,
    lastChangeDateTime: momentOf(edition.printedAt),
    caseVersion: '1.1',
    language: 'nl',
    version: edition.text.version,
    adoptionStatus: adoption[edition.status],
    description: `${edition.framework.text.title}. ${edition.framework.text.scope} Geen verplicht kader.`,
    notes: edition.text.ours,
    officialSourceURL: `${base}${edition.url}`,
    ...mark(edition.framework.fictional),
  }
}

const documentLink = ({ identifier, uri, title }: CaseDocument): CaseLink => ({
  title,
  identifier,
  uri,
  targetType: 'CASE',
})
const itemLink = ({ identifier, uri, abbreviatedStatement, fullStatement }: CaseItem): CaseLink => ({
  title: abbreviatedStatement ?? fullStatement,
  identifier,
  uri,
  targetType: 'CASE',
})

function standardItem(all: Published, edition: Edition, standard: Standard): CaseItem {
  const { base } = all
  const { text } = standard
  return {
    identifier: standard.id,
    uri: at(base, 'CFItems', standard.id),
    fullStatement: text.plainLine,
    abbreviatedStatement: text.name,
    humanCodingScheme: text.code,
    CFItemType: edition.framework.text.word,
    language: 'nl',
    conceptKeywords: text.themes,
    notes: `${base}${placeUrl(all, edition, standard)} Geen verplicht kader.`,
    lastChangeDateTime: momentOf(standard.printedAt),
    ...mark(edition.framework.fictional),
  }
}

/** The measures of a standard are its indicators: K1.1, K1.2 and so on. */
function indicatorItems(base: string, standard: Standard, fictional: boolean): CaseItem[] {
  return standard.text.measures.map((measure, index) => {
    const identifier = itemId('indicator', `${standard.id}/${index + 1}`)
    return {
      identifier,
      uri: at(base, 'CFItems', identifier),
      fullStatement: measure,
      humanCodingScheme: `${standard.text.code}.${index + 1}`,
      CFItemType: 'indicator',
      language: 'nl',
      lastChangeDateTime: momentOf(standard.printedAt),
      ...mark(fictional),
    }
  })
}

function relate(
  base: string,
  associationType: CaseAssociation['associationType'],
  origin: CaseLink,
  destination: CaseLink,
  more: {
    lastChangeDateTime: string
    sequenceNumber?: number
    notes?: string
    fictional?: boolean
  },
): CaseAssociation {
  const identifier = itemId('association', `${associationType}/${origin.identifier}/${destination.identifier}`)
  const { fictional = false, notes, ...rest } = more
  return {
    identifier,
    uri: at(base, 'CFAssociations', identifier),
    associationType,
    originNodeURI: origin,
    destinationNodeURI: destination,
    ...rest,
    ...(notes ? { notes } : {}),
    ...mark(fictional),
  }
}

function competenceItem(base: string, { id, text, printedAt }: Competence): CaseItem {
  return {
    identifier: id,
    uri: at(base, 'CFItems', id),
    fullStatement: text.plainLine,
    abbreviatedStatement: text.name,
    humanCodingScheme: text.code,
    CFItemType: 'competentie',
    language: 'nl',
    lastChangeDateTime: momentOf(printedAt),
  }
}

/** Between two lists a standard is related; within one list the newer edition replaces it. */
function crossingType(type: Crossing, sameList: boolean): CaseAssociation['associationType'] {
  if (type === 'same') return 'exactMatchOf'
  return sameList ? 'replacedBy' : 'isRelatedTo'
}

function editionPackage(all: Published, edition: Edition): CasePackage {
  const { base } = all
  const { fictional } = edition.framework
  const document = editionDocument(base, edition)
  const lastChangeDateTime = document.lastChangeDateTime
  const mine = all.standards.filter((standard) => standard.edition === edition.id)
  const CFItems: CaseItem[] = []
  const CFAssociations: CaseAssociation[] = []
  mine.forEach((standard, index) => {
    const item = standardItem(all, edition, standard)
    CFItems.push(item)
    CFAssociations.push(
      relate(base, 'isChildOf', itemLink(item), documentLink(document), {
        lastChangeDateTime,
        sequenceNumber: index + 1,
        fictional,
      }),
    )
    indicatorItems(base, standard, fictional).forEach((indicator, place) => {
      CFItems.push(indicator)
      CFAssociations.push(
        relate(base, 'isChildOf', itemLink(indicator), itemLink(item), {
          lastChangeDateTime,
          sequenceNumber: place + 1,
          fictional,
        }),
      )
    })
    for (const slug of standard.text.competences) {
      const competence = all.competences.find((candidate) => candidate.slug === slug)
      if (!competence) continue
      const notes = 'De koppeling met deze competentie is van Verankerd.'
      CFAssociations.push(
        relate(base, 'isRelatedTo', itemLink(item), itemLink(competenceItem(base, competence)), {
          lastChangeDateTime,
          notes,
          fictional,
        }),
      )
    }
  })
  return {
    CFDocument: document,
    CFItems,
    CFAssociations: [...CFAssociations, ...onward(all, edition, document)],
  }
}

/** What came after this edition: the edition itself, and its standards along the crosswalks. */
function onward(all: Published, edition: Edition, document: CaseDocument): CaseAssociation[] {
  const { base } = all
  const { lastChangeDateTime } = document
  const successor = all.editions.find(({ id }) => id === edition.successor)
  const replaced = successor
    ? [
        relate(base, 'replacedBy', documentLink(document), documentLink(editionDocument(base, successor)), {
          lastChangeDateTime,
        }),
      ]
    : []
  const crossed = all.crosswalks
    .filter(({ from }) => from === edition.id)
    .flatMap(({ to, text }) => {
      const next = all.editions.find(({ id }) => id === to)
      if (!next) return []
      const linkAt = (where: Edition, slug: string) => {
        const standard = all.standards.find((candidate) => candidate.edition === where.id && candidate.slug === slug)
        return standard ? [itemLink(standardItem(all, where, standard))] : []
      }
      return text.rows.flatMap((row) =>
        row.from.flatMap((old) =>
          row.to.flatMap((renewed) =>
            linkAt(edition, old).flatMap((origin) =>
              linkAt(next, renewed).map((destination) =>
                relate(base, crossingType(row.type, next.framework.id === edition.framework.id), origin, destination, {
                  lastChangeDateTime,
                  notes: row.note,
                }),
              ),
            ),
          ),
        ),
      )
    })
  return [...replaced, ...crossed]
}

function competencePackage(all: Published, framework: CompetenceFramework): CasePackage {
  const { base } = all
  const document: CaseDocument = {
    identifier: framework.id,
    uri: at(base, 'CFDocuments', framework.id),
    creator: CREATOR,
    title: `${framework.text.title} (${framework.text.year})`,
    lastChangeDateTime: momentOf(framework.printedAt),
    caseVersion: '1.1',
    language: 'nl',
    version: String(framework.text.year),
    adoptionStatus: 'Adopted',
    description: framework.text.source.map(({ text }) => text).join(' '),
    notes: framework.text.ours,
    officialSourceURL: `${base}/competenties`,
  }
  const CFItems = all.competences
    .filter((competence) => competence.framework === framework.id)
    .map((one) => competenceItem(base, one))
  const { lastChangeDateTime } = document
  const CFAssociations = CFItems.map((item, index) =>
    relate(base, 'isChildOf', itemLink(item), documentLink(document), {
      lastChangeDateTime,
      sequenceNumber: index + 1,
    }),
  )
  return { CFDocument: document, CFItems, CFAssociations }
}

/** Every published list as a CASE package. */
export function casePackages(all: Published): CasePackage[] {
  return [
    ...all.editions.map((edition) => editionPackage(all, edition)),
    ...all.competenceFrameworks.map((framework) => competencePackage(all, framework)),
  ]
}

const packageLink = (base: string, { identifier, title }: CaseDocument): CaseLink => ({
  title,
  identifier,
  uri: `${base}/ims/case/v1p1/CFPackages/${identifier}`,
})

/** A document on its own says where its package is; inside a package it may not. */
export const aloneDocument = (base: string, document: CaseDocument) => ({
  ...document,
  CFPackageURI: packageLink(base, document),
})

/** An item or association on its own says which document it belongs to. */
export function alone<Part extends CaseItem | CaseAssociation>(part: Part, { title, identifier, uri }: CaseDocument) {
  return { ...part, CFDocumentURI: { title, identifier, uri } }
}
