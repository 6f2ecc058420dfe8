/** Reads from our own (validated) HTML what a walker needs: links, forms and their fields. */

export interface FormFound {
  method: string
  action: string
  fields: Field[]
}
export interface Field {
  name: string
  type: string
  value: string
  options: string[]
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" }

export function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name: string) => entities[name] ?? '')
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}(?:=(?:"([^"]*)"|'([^']*)'))?(?=[\\s/>])`, 'i').exec(tag)
  return match ? unescaped(match[1] ?? match[2] ?? '') : undefined
}

const tags = (html: string, name: string): string[] => html.match(new RegExp(`<${name}\\b[^>]*>`, 'gi')) ?? []

/** Addresses on this site that the page leads to, without what follows a #. */
export function linksOf(html: string, at: string): string[] {
  const here = new URL(at, 'http://site')
  const named = ['a', 'link', 'area'].flatMap((name) => tags(html, name).map((tag) => attribute(tag, 'href')))
  const embedded = ['img', 'script', 'source', 'iframe'].flatMap((name) =>
    tags(html, name).map((tag) => attribute(tag, 'src')),
  )
  return [...named, ...embedded].flatMap((address) => {
    if (address === undefined || !URL.canParse(address, here.href)) return []
    const target = new URL(address, here.href)
    return target.origin === here.origin ? [target.pathname + target.search] : []
  })
}

/** Links to a place on the same page that isn't there. */
export function deadAnchors(html: string): string[] {
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => unescaped(id)))
  return tags(html, 'a').flatMap((tag) => {
    const address = attribute(tag, 'href') ?? ''
    return address.startsWith('#') && address !== '#' && !ids.has(decodeURIComponent(address.slice(1))) ? [address] : []
  })
}

export function formsOf(html: string): FormFound[] {
  return (html.match(/<form\b[\s\S]*?<\/form>/gi) ?? []).map((form) => {
    const [open = ''] = form.match(/<form\b[^>]*>/i) ?? []
    return {
      method: (attribute(open, 'method') ?? 'get').toUpperCase(),
      action: attribute(open, 'action') ?? '',
      fields: fieldsOf(form),
    }
  })
}

function fieldsOf(form: string): Field[] {
  const selects = (form.match(/<select\b[\s\S]*?<\/select>/gi) ?? []).map((select) => ({
    name: attribute(tags(select, 'select')[0] ?? '', 'name') ?? '',
    type: 'select',
    value: '',
    options: tags(select, 'option').map((tag) => attribute(tag, 'value') ?? ''),
  }))
  const areas = tags(form, 'textarea').map((tag) => ({
    name: attribute(tag, 'name') ?? '',
    type: 'textarea',
    value: '',
    options: [],
  }))
  const inputs = [...tags(form, 'input'), ...tags(form, 'button')].map((tag) => ({
    name: attribute(tag, 'name') ?? '',
    type: (attribute(tag, 'type') ?? 'text').toLowerCase(),
    value: attribute(tag, 'value') ?? '',
    options: [],
  }))
  return [...inputs, ...areas, ...selects].filter((field) => field.name !== '')
}

export const titleOf = (html: string): string => unescaped(/<title>([^<]*)<\/title>/i.exec(html)?.[1] ?? '')
