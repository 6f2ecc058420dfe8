/** The paragraphs of what someone typed: divided by an empty line, single line ends inside one stay together. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
