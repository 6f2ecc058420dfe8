const OWN_ONLY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"

/** The policy of a page that our own pages and these origins may put in a frame. */
export const framedPolicy = (origins: readonly string[]): string =>
  `${OWN_ONLY}; frame-ancestors ${["'self'", ...origins].join(' ')}`

/** The policy of a page of ours that shows another page of ours in a frame. */
export const FRAMING_POLICY = `${OWN_ONLY}; frame-src 'self'; frame-ancestors 'none'`

/** Every feature of a browser that a page could ask for and ours never do. Source: conventions §6, "all off". */
const OFF = [
  ...['accelerometer', 'ambient-light-sensor', 'attribution-reporting', 'autoplay', 'bluetooth', 'browsing-topics'],
  ...['camera', 'compute-pressure', 'display-capture', 'encrypted-media', 'fullscreen', 'gamepad', 'geolocation'],
  ...['gyroscope', 'hid', 'identity-credentials-get', 'idle-detection', 'interest-cohort', 'local-fonts'],
  ...['magnetometer', 'microphone', 'midi', 'otp-credentials', 'payment', 'picture-in-picture', 'screen-wake-lock'],
  ...['serial', 'storage-access', 'usb', 'web-share', 'window-management', 'xr-spatial-tracking'],
]

/** Headers of every page and file: nothing from elsewhere, nothing inline, no frames, nothing told to others. */
const PAGE = {
  'content-security-policy': `${OWN_ONLY}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': OFF.map((feature) => `${feature}=()`).join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Headers of machine answers: they hold data only, and may be read by any origin. */
const MACHINE = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'access-control-allow-origin': '*',
}

const STRICT_TRANSPORT = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }

/** Paths answered as data, with problems (RFC 9457) instead of pages when something is wrong. */
export function isMachinePath(path: string): boolean {
  return path.startsWith('/api/') || path.startsWith('/ims/') || path.startsWith('/oeapi/')
}

/** Files that anyone may fetch from anywhere: feeds, the calendar, tables, descriptions for machines. */
const isOpenFile = (path: string): boolean =>
  /^\/(\w+\.atom|agenda\.ics|catalogus\.jsonld|opensearch\.xml|zoeken\/suggesties|insluiten\/(oembed|hoogte\.js)|open-data\/.+)$/.test(
    path,
  )

/**
 * Whether what is wrong with a request at this path is told as data: to a program that asks for a file, or for data. A
 * browser that shows pages says so.
 */
export function isForMachines(path: string, accept = ''): boolean {
  const asksData = accept.includes('json') && !accept.includes('text/html')
  return isMachinePath(path) || isOpenFile(path) || path.endsWith('.json') || asksData
}

/** The one page that is made for the frames of others: who may, its own policy says. */
const isForFrames = (path: string): boolean => path === '/insluiten/zoeken'
const { 'x-frame-options': _denied, ...FRAMED } = PAGE

const ENTRIES = {
  page: entriesOf(PAGE),
  framed: entriesOf(FRAMED),
  machine: entriesOf(MACHINE),
}

/** Listed once for each kind of answer and not at every answer. */
function entriesOf(headers: Record<string, string>) {
  return { plain: Object.entries(headers), secure: Object.entries({ ...headers, ...STRICT_TRANSPORT }) }
}

/** The security headers of an answer at this path. */
export function securityHeaders(path: string, secure: boolean): [string, string][] {
  const kind = isMachinePath(path) || isOpenFile(path) ? 'machine' : isForFrames(path) ? 'framed' : 'page'
  return ENTRIES[kind][secure ? 'secure' : 'plain']
}
