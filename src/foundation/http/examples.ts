import type { HouseContext } from './env.ts'

/** What asks for made-up things beside the real ones, in every address that answers data. */
export const WITH_EXAMPLES = 'voorbeelden=ja'

/** The address of data with made-up things in it, for a list that shows some. */
export const askingExamples = (url: string): string => `${url}${url.includes('?') ? '&' : '?'}${WITH_EXAMPLES}`

/** Whether made-up things may be in this answer. They stay out of data unless someone asks for them. */
export const withExamples = (c: Pick<HouseContext, 'req'>): boolean => c.req.query('voorbeelden') === 'ja'
