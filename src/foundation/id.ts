const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a piece of an address can be an id at all; anything else is a page that does not exist. */
export const isId = (text: string | undefined): text is string => text !== undefined && UUID.test(text)
