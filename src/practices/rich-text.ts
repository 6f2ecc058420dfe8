import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

/** A run of words inside a paragraph. */
export type Inline =
  | { is: 'text'; text: string }
  | { is: 'strong' | 'emphasis'; parts: Inline[] }
  | { is: 'link'; href: string; parts: Inline[] }
  | { is: 'break' }

/** A paragraph or a list: all the shape our texts have. */
export type Block = { is: 'paragraph'; parts: Inline[] } | { is: 'list'; ordered: boolean; items: Block[][] }

/** Lists in lists and emphasis in emphasis stop here; deeper is plain text. */
const DEEPEST = 4

/**
 * Reads the small markup of our texts: paragraphs, **bold**, *italic*, lists and links with https. Whatever else
 * Markdown knows becomes plain text, and HTML is shown as it was typed. Nothing here can become anything but words.
 */
export function richText(text: string): Block[] {
  return fromMarkdown(unnested(text)).children.flatMap((node) => block(node, 0))
}

/** Quotation marks and headings of Markdown mean nothing to us, and a thousand marks nested would cost a lot. */
const unnested = (text: string): string =>
  text
    .replace(/^[ \t]*(?:>[ \t]?|#{1,6}[ \t]+)+/gm, '')
    .replace(/^[ \t]{4,}/gm, '   ')
    .replace(/^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+/gm, '$1')

function block(node: RootContent, depth: number): Block[] {
  if (node.type === 'paragraph') return [{ is: 'paragraph', parts: inlines(node.children, 0) }]
  if (node.type === 'list' && depth < DEEPEST) {
    const items = node.children.map((item) => item.children.flatMap((child) => block(child, depth + 1)))
    return [{ is: 'list', ordered: node.ordered === true, items: items.filter((item) => item.length > 0) }]
  }
  const text = wordsIn(node)
  return text === '' ? [] : [{ is: 'paragraph', parts: [{ is: 'text', text }] }]
}

const inlines = (nodes: PhrasingContent[], depth: number): Inline[] => nodes.flatMap((node) => inline(node, depth))

function inline(node: PhrasingContent, depth: number): Inline[] {
  if (node.type === 'text') return [{ is: 'text', text: node.value }]
  if (node.type === 'break') return [{ is: 'break' }]
  if (depth < DEEPEST) {
    const parts = 'children' in node ? inlines(node.children, depth + 1) : []
    if (node.type === 'strong' || node.type === 'emphasis') return [{ is: node.type, parts }]
    if (node.type === 'link') return isSafe(node.url) ? [{ is: 'link', href: node.url, parts }] : parts
  }
  const text = wordsIn(node)
  return text === '' ? [] : [{ is: 'text', text }]
}

/** Only addresses that a browser fetches safely, of a real host and without a name in front that looks like one. */
function isSafe(address: string): boolean {
  if (!/^https:\/\//i.test(address) || !URL.canParse(address)) return false
  const { hostname, username, password } = new URL(address)
  return hostname.includes('.') && username === '' && password === ''
}

function wordsIn(node: Nodes): string {
  if ('value' in node) return node.value
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  return 'children' in node ? node.children.map((child) => wordsIn(child)).join(' ') : ''
}

/** The words of a text without any markup: for search, feeds and plain text. */
export function plainText(blocks: Block[]): string {
  return blocks.map((one) => plainBlock(one, '')).join('\n\n')
}

function plainBlock(one: Block, indent: string): string {
  if (one.is === 'paragraph') return plainInline(one.parts)
  return one.items
    .map((item, index) => {
      const mark = one.ordered ? `${index + 1}. ` : '- '
      return `${indent}${mark}${item.map((part) => plainBlock(part, `${indent}  `)).join('\n')}`
    })
    .join('\n')
}

function plainInline(parts: Inline[]): string {
  return parts
    .map((part) => (part.is === 'text' ? part.text : part.is === 'break' ? '\n' : plainInline(part.parts)))
    .join('')
}

/** The words of the small markup, at once. */
export const plainOf = (text: string): string => plainText(richText(text))
