/** What a mail server said to a mail it did not take: its numbers, never its words, for those repeat the address. */
export interface ServerAnswer {
  /** "550 5.1.1", or "adres" when nobody could even be asked. */
  answer: string
  /** Said of this mail for good. Anything else may be otherwise tomorrow, or once our own settings are mended. */
  isFinal: boolean
}

/** Words in a fault of the mail library that say of an address that it is none. */
const NO_ADDRESS = /recipient/i
/** "5.7.1" and the like: we are not trusted. That says something of our settings, and nothing of the mail. */
const DISTRUST = /^5\.7\./
/** "Sign in first": our settings as well. */
const SIGN_IN_FIRST = 530

/**
 * Reads what a mail server answered from the fault the mail library threw; undefined when nobody answered. Only a 5xx to the
 * recipient or to the text is about this mail; one to the greeting, to our password or to the sender is about us.
 * Source: RFC 5321 4.2.1, RFC 3463.
 */
export function serverAnswer(fault: unknown): ServerAnswer | undefined {
  if (!(fault instanceof Error)) return undefined
  const { responseCode, response, command, code }: SmtpFault = fault
  if (command === 'API')
    return code === 'EENVELOPE' && NO_ADDRESS.test(fault.message) ? { answer: 'adres', isFinal: true } : undefined
  if (typeof responseCode !== 'number' || responseCode < 400) return undefined
  const status = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(typeof response === 'string' ? response : '')?.[1]
  const isAboutThisMail = command === 'RCPT TO' || command === 'DATA'
  const isAboutUs = responseCode === SIGN_IN_FIRST || (status !== undefined && DISTRUST.test(status))
  return {
    answer: status === undefined ? String(responseCode) : `${responseCode} ${status}`,
    isFinal: responseCode >= 500 && isAboutThisMail && !isAboutUs,
  }
}

interface SmtpFault extends Error {
  responseCode?: unknown
  response?: unknown
  command?: unknown
  code?: unknown
}
