const strength = /^W\//

/** Whether If-None-Match names this tag; weak or strong, for what is compared is whether anything changed (RFC 9110, 13.1.2). */
export const namesTag = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((one) => one.trim().replace(strength, '') === tag.replace(strength, ''))
