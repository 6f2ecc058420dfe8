/**
 * Who may know whom. Read from the bottom up it is the story: people, what they publish and what that builds on,
 * what is said about it, their practices, the Olympiade that weighs what made those work, the standards that came out,
 * where one can learn them, and the reflection that rests on them.
 * Up never, not even for a type: `test/architecture.test.ts` holds it. A page that must show something from above
 * gets it from `site.ts` as a function.
 */
export const floors: Record<string, readonly string[]> = {
  home: ['reflection', 'training', 'standards', 'olympiad', 'practices', 'community', 'thread', 'people'],
  reflection: ['training', 'standards', 'practices', 'thread', 'people'],
  training: ['standards', 'thread', 'community', 'people'],
  standards: ['olympiad', 'practices', 'thread', 'community', 'people'],
  olympiad: ['practices', 'thread', 'community', 'people'],
  practices: ['thread', 'community', 'people'],
  community: ['thread', 'people'],
  thread: ['people'],
  people: [],
}

/** The ground under every floor: no domain word inside, and it knows nobody. */
export const ground = 'foundation'
