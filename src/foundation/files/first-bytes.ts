/** How files begin that are something of their own, in latin1: archives, programs, documents of the old kind. */
export const FOREIGN_STARTS = [
  'PK\x03\x04',
  'MZ',
  '\x7fELF',
  '\xd0\xcf\x11\xe0',
  '%PDF-',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
  '#!',
] as const

/** Whether these bytes begin as a file of their own. */
export function beginsAsForeign(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 8)
  return FOREIGN_STARTS.some((one) => start.startsWith(one))
}
