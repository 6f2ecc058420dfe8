import { inGroups } from '../foundation/save-code.ts'

/**
 * What people mention when they ring us: "2026-7K3M-9QXD". Made of the first eight characters of a code of its own; it
 * opens nothing.
 */
export const receiptOf = (year: number, code: string): string =>
  `${year}-${inGroups(code.slice(0, 8)).replaceAll(' ', '-')}`
