import { itemId } from '../thread/index.ts'
import { type Bundle, bundleUrl, isFictional, type YearFacts, yearLine } from './bundle.ts'

/** The statements of a year in the words of CASE 1.1, so that other systems can point at them. Never to be obliged by. */
export function bundleCase({ facts, bundle, base }: { facts: YearFacts; bundle: Bundle; base: string }) {
  const { year } = facts
  const identifier = itemId('bundle', String(year))
  const at = (bundle.publishedAt ?? new Date(0)).toISOString()
  const address = `${base}${bundleUrl(year)}`
  const uri = `${address}/case`
  const mark = (fictional: boolean) => (fictional ? { extensions: { voorbeeld: true as const } } : {})
  const document = {
    identifier,
    uri,
    creator: 'Verankerd',
    title: `Bundel ${year}`,
    lastChangeDateTime: at,
    caseVersion: '1.1' as const,
    language: 'nl' as const,
    version: String(bundle.version),
    adoptionStatus: 'Adopted' as const,
    description: `${yearLine(facts)} Geen verplicht kader.`,
    notes: 'Een uitspraak zegt wat deze mensen vonden, op die dag. De rekenwijze is van Verankerd.',
    officialSourceURL: address,
    ...mark(isFictional(facts)),
  }
  const items = facts.olympiads.flatMap(({ olympiad, statements }) =>
    statements.map((one, place) => ({
      identifier: one.id,
      uri: `${base}${one.href}`,
      fullStatement: one.plain,
      humanCodingScheme: `${year}.${place + 1}`,
      CFItemType: 'zin',
      language: 'nl' as const,
      notes: notesOf(one),
      lastChangeDateTime: one.closedAt.toISOString(),
      ...mark(olympiad.fictional),
    })),
  )
  const associations = items.map((item, place) => ({
    identifier: itemId('association', `${identifier}/${item.identifier}`),
    uri: `${uri}#${place + 1}`,
    associationType: 'isChildOf' as const,
    sequenceNumber: place + 1,
    originNodeURI: {
      title: item.fullStatement,
      identifier: item.identifier,
      uri: item.uri,
      targetType: 'CASE' as const,
    },
    destinationNodeURI: { title: document.title, identifier, uri, targetType: 'CASE' as const },
    lastChangeDateTime: at,
    ...(item.extensions ? { extensions: item.extensions } : {}),
  }))
  return { CFDocument: document, CFItems: items, CFAssociations: associations }
}

function notesOf({ said, dissent }: YearFacts['olympiads'][number]['statements'][number]): string {
  const otherwise = dissent.map(({ group, text }) => `“${text}” (iemand van de ${group})`)
  return [`${said}.`, ...(otherwise.length > 0 ? ['Niet iedereen denkt er zo over:', ...otherwise] : [])].join(' ')
}
