/** Signs in the title of what a provider offers, at most. */
export const LONGEST_TITLE = 120

const MARK = ' (kopie)'

/** What a copy is called: as much of the title as leaves room to say that it is one. */
export function titleOfCopy({ title }: { title: string }): string {
  const short = title.slice(0, LONGEST_TITLE - MARK.length).replace(/[\ud800-\udbff]$/, '')
  return `${short.trimEnd()}${MARK}`
}
