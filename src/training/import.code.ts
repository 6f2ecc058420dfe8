/** The code by which we tell others of a course, in SQL over `training.course`: see `codeOf` of oeapi.ts. */
export const CODE_TOLD = "case when code = '' then slug else code end"

/**
 * Courses of a provider ($1) by the codes a catalogue gives them ($2): a feed of our own comes back as it went out. That a
 * code is not empty is said for the index, which holds no others.
 */
export const KNOWN_BY_CODE = "provider = $1 and ((code <> '' and code = any ($2)) or (code = '' and slug = any ($2)))"
