/** What kinds of things people may take along. */
export const TAKE_ALONG_KINDS = ['plan', 'handbook', 'materials'] as const

export type TakeAlongKind = (typeof TAKE_ALONG_KINDS)[number]

export const takeAlongWords: Record<TakeAlongKind, string> = {
  plan: 'Plan',
  handbook: 'Handboek',
  materials: 'Materiaal',
}

/** A kind as the API says it. */
export const takeAlongInApi = (kind: TakeAlongKind): string => takeAlongWords[kind].toLowerCase()

/** Something people may take along: a file of ours or an address elsewhere. */
export interface TakeAlong {
  id: string
  kind: TakeAlongKind
  title: string
  licence: string
  file: string | null
  url: string | null
}
