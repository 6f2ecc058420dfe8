/** Words as they begin a line: "één plan" becomes "Eén plan", for in Dutch a capital at the start bears no accent. */
export function capital(words: string): string {
  const [first = '', ...rest] = words.normalize('NFC')
  return first.normalize('NFD').charAt(0).toUpperCase() + rest.join('')
}
