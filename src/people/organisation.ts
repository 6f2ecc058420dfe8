/** Kinds of organisations in the field, with their word on screen. */
export const organisationKinds = {
  care: 'zorg',
  welfare: 'welzijn',
  shelter: 'opvang',
  municipality: 'gemeente',
  education: 'onderwijs',
  provider: 'opleider',
  workplace: 'werkplaats',
  'client organisation': 'cliëntenorganisatie',
  other: 'anders',
} as const

export type OrganisationKind = keyof typeof organisationKinds

/** An organisation someone can belong to, or hold a role at. */
export interface Organisation {
  id: string
  name: string
  kind: OrganisationKind
  fictional: boolean
}
