/** A list of standards that belongs together: what it covers, who made it, where it comes from. */
export interface FrameworkText {
  title: string
  word: string
  plural: string
  scope: string
  madeWith: string[]
  source: Source[]
}

export interface Source {
  text: string
  url?: string | undefined
}

const together = new Intl.ListFormat('nl', { type: 'conjunction' })

/** Whose conversations the names come from: only the names, the texts are ours. */
export const namesFrom = ({ madeWith }: Pick<FrameworkText, 'madeWith'>): string =>
  `De namen komen uit gesprekken met ${together.format(madeWith)}.`

/** Where the standards of a list live: kenmerken at their own address, the older kind at theirs. */
export const shelfUrl = (word: string) => (word === 'kenmerk' ? '/kenmerken' : '/kwaliteitsstandaarden')

export const standardUrl = (word: string, slug: string) => `${shelfUrl(word)}/${slug}`
export const editionUrl = (framework: string, edition: string) => `/handreikingen/${framework}/${edition}`
export const besideUrl = (framework: string, edition: string, framework2: string, edition2: string) =>
  `${editionUrl(framework, edition)}/naast/${framework2}/${edition2}`
