/** What PostgreSQL keeps of a text: no NUL, and no half of a character that was cut or sent in two. */
export const storable = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '')

/** Rows for `jsonb_to_recordset`. A catalogue holds whatever anybody made, and one such text would refuse a whole portion. */
export const storableJson = (rows: object[]): string =>
  JSON.stringify(rows, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value))
