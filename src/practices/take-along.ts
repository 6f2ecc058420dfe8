/** What kinds of things people may take along. */
export const TAKE_ALONG_KINDS = ['plan', 'handbook', 'materials'] as const

export type TakeAlongKind = (typeof TAKE_ALONG_KINDS)[number]

export const takeAlongWords: Record<TakeAlongKind, string> = {
  plan: 'Plan',
  handbook: 'Handboek',
  materials: 'Materiaal',
}

/** What may be done with it, in words. */
export const LICENCES = [
  'Vrij te gebruiken (CC0)',
  'Vrij te gebruiken, noem de makers (CC BY 4.0)',
  'Vrij te gebruiken, noem de makers en deel op dezelfde manier (CC BY-SA 4.0)',
  'Te gebruiken zonder eraan te verdienen, noem de makers (CC BY-NC 4.0)',
  'Alleen voor eigen gebruik',
] as const

/** Something people may take along: a file of ours or an address elsewhere. */
export interface TakeAlong {
  id: string
  kind: TakeAlongKind
  title: string
  licence: string
  file: string | null
  url: string | null
}
