import { escapeXml } from '../foundation/xml.ts'

/** How our search is asked, for browsers (OpenSearch 1.1, draft 6). */
export function openSearchXml({ baseUrl, contact, icon }: { baseUrl: string; contact: string; icon: string }): string {
  const base = escapeXml(baseUrl)
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>Verankerd</ShortName>
<Description>Zoek in praktijken, kenmerken en scholing van sociaal werk</Description>
<Language>nl</Language>
<InputEncoding>UTF-8</InputEncoding>
<OutputEncoding>UTF-8</OutputEncoding>
<Contact>${escapeXml(contact)}</Contact>
${icon === '' ? '' : `<Image type="image/svg+xml">${base}${escapeXml(icon)}</Image>\n`}<Url type="text/html" method="get" template="${base}/zoeken?q={searchTerms}"/>
<Url type="application/x-suggestions+json" method="get" template="${base}/zoeken/suggesties?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${base}/opensearch.xml"/>
</OpenSearchDescription>
`
}
