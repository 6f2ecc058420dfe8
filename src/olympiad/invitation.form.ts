import { z } from 'zod'

/** More in one go is a list of somebody else's. */
export const MOST_INVITED = 200

const address = z.email()

/** People to invite for one group: one mail address a line, or a number of codes on paper. */
export const invitationForm = (slugs: readonly string[]) =>
  z
    .object({
      groep: z.string('Kies een groep.').refine((slug) => slugs.includes(slug), 'Kies een groep.'),
      manier: z.enum(['mail', 'papier'], 'Kies hoe je uitnodigt.'),
      adressen: z.string().max(30_000, `Nodig hooguit ${MOST_INVITED} mensen tegelijk uit.`).default(''),
      aantal: z.string().max(4).default(''),
      gevonden: z.string().max(200, 'Houd het onder de 200 tekens.').default(''),
      belangen: z.string().max(300, 'Houd het onder de 300 tekens.').default(''),
    })
    .transform((typed, context) => {
      const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      const mails = [
        ...new Set(
          typed.adressen
            .split(/[\s,;]+/)
            .filter((one) => one !== '')
            .map((one) => one.toLowerCase()),
        ),
      ]
      const wrong = mails.filter((one) => !address.safeParse(one).success)
      const codes = Number.parseInt(typed.aantal, 10)
      if (typed.manier === 'mail') {
        if (mails.length === 0) fault('adressen', 'Plak minstens één mailadres.')
        if (mails.length > MOST_INVITED) fault('adressen', `Nodig hooguit ${MOST_INVITED} mensen tegelijk uit.`)
        if (wrong.length > 0) fault('adressen', `Dit lijkt geen mailadres: ${wrong.slice(0, 3).join(', ')}.`)
      } else if (!(codes >= 1 && codes <= MOST_INVITED)) fault('aantal', `Vul een aantal in van 1 tot ${MOST_INVITED}.`)
      return {
        role: typed.groep,
        mails: typed.manier === 'mail' ? mails : [],
        codes: typed.manier === 'papier' ? codes : 0,
        recruited: typed.gevonden,
        interests: typed.belangen,
      }
    })
