import { inDutch } from '../foundation/clock.ts'
import { type Content, contentHash, fingerprint, type Json } from './fingerprint.ts'
import type { ItemKind } from './item.ts'
import type { LinkTo } from './link.ts'
import type { UtteranceReference } from './utterance.ts'

/** One version of an item's text. It never changes. */
export interface Revision {
  id: string
  item: string
  number: number
  title: string
  /** One sentence, for a stop on the rope and a list. */
  summary: string
  /** What a visitor reads of this revision, as plain paragraphs. */
  text: string
  /** What must be said about where it comes from, such as that the votes of then are not public. */
  note: string
  /** The date as people know it when it is older than this house: "2013". */
  dated: string | null
  fictional: boolean
  body: Json
  voice: UtteranceReference | null
  /** Hash of what it says. */
  content: string
  fingerprint: string
  publishedAt: Date
  publishedBy: string | null
}

/** What a domain says when it publishes. A person's words never stand in it, only references to them. */
export interface Publication {
  /** Left out: a new item with an id of its own. */
  item?: string
  kind: ItemKind
  title: string
  summary: string
  body: Json
  /** The page of this item. */
  url: string
  /** Everything this text rests on. Left out: what it rested on before. */
  links?: LinkTo[]
  by: string | null
  at: Date
  fictional?: boolean
  /** The Dutch word for this thing, where its kind alone says too little: "kwaliteitsstandaard". */
  word?: string
  /** Plain paragraphs, shown at the fixed link of this revision; `search.text` unless given. */
  text?: string
  /** Shown wherever its origin is shown. */
  note?: string
  /** "2013", "december 2012": shown instead of the moment of publishing. */
  dated?: string
  /** The utterance this item consists of, for a quote. */
  voice?: UtteranceReference
  /** Left out: the item can't be found by searching. */
  search?: { text: string; facets?: Record<string, string | string[]> }
  /** The draft this text comes from: what was accepted about its impact is carried out. */
  draft?: string
}

/** What publishing led to. */
export interface Published {
  item: string
  revision: string
  number: number
  /** False when the text said the same as the newest revision: then nothing was added. */
  changed: boolean
}

/** What of a publication goes into the fingerprint. */
export function contentOf(publication: Publication): Content {
  const { kind, title, summary, body, fictional = false, note = '', dated, voice, search } = publication
  return {
    kind,
    title,
    summary,
    text: publication.text ?? search?.text ?? '',
    note,
    dated: dated ?? null,
    fictional,
    body,
    voice: voice ? { utterance: voice.utterance, hash: voice.hash } : null,
  }
}

/** Whether a revision as stored still is what it was: nothing in it changed, nor in the one before. */
export function isGenuine(revision: Revision, kind: ItemKind, previous: string | null): boolean {
  const { item, number, title, summary, text, note, dated, fictional, body, voice, publishedAt } = revision
  const content = contentHash({ kind, title, summary, text, note, dated, fictional, body, voice })
  return (
    content === revision.content &&
    fingerprint({ item, number, publishedAt, content, previous }) === revision.fingerprint
  )
}

/** When a text is from: the date as people know it, beside the day these words were published. */
export function dateWords(dated: string | null, publishedAt: Date): string {
  if (dated === null) return inDutch(publishedAt)
  return `${dated.charAt(0).toUpperCase()}${dated.slice(1)}, tekst van ${inDutch(publishedAt)}`
}

/** The paragraphs of a plain text. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
