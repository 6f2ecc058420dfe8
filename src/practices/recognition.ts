/** Recognitions of others that exist in the field. Source: domain facts §4.1 (the databanks that judge together). */
export const RECOGNITION_KINDS = [
  'Goed Beschreven',
  'Goed Onderbouwd',
  'Eerste aanwijzingen voor effectiviteit',
  'Goede aanwijzingen voor effectiviteit',
  'Sterke aanwijzingen voor effectiviteit',
  'Effectief',
] as const

/** The only one a fictional practice can have: nobody may think that it was really given. */
export const SAMPLE_RECOGNITION = 'Voorbeelderkenning'

/** What others found of a practice: a dated fact with its source, never mixed with our own judgement. */
export interface Recognition {
  id: string
  kind: string
  /** Who gave it. */
  givenBy: string
  /** YYYY-MM-DD */
  givenOn: string
  validUntil: string | null
  /** Where it can be read: an address or a title. */
  source: string
}

/** Which kinds may be noted for this practice. */
export const kindsFor = ({ fictional }: { fictional: boolean }): readonly string[] =>
  fictional ? [SAMPLE_RECOGNITION] : RECOGNITION_KINDS

/** Those that hold on a day: one that expired is still a fact, but no longer a reason to find the practice by. */
export const holding = (all: readonly Recognition[], today: string): Recognition[] =>
  all.filter(({ givenOn, validUntil }) => givenOn <= today && (validUntil === null || today <= validUntil))
