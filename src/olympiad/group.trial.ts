/** Who of the cast does what in the fictional working group; ids of persons. */
export interface GroupCast {
  /** Begins the group and adds its members. */
  editor: string
  /** By the keys that the content uses. */
  members: Readonly<Record<string, string>>
}

const [MINUTE, DAY] = [60_000, 86_400_000]

/** How many days ago each step was taken. */
const AGO = { started: 150, marked: 130, clustered: 110, stated: 100, placed: 90, discussed: 80 } as const

/** When each step of the fictional group was taken; `place` keeps things of one step in their order. */
export const groupDay =
  (now: Date) =>
  (step: keyof typeof AGO, place = 0): Date =>
    new Date(now.getTime() - AGO[step] * DAY + place * MINUTE)
