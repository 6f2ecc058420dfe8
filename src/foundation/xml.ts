const NAMED: Record<string, string> = { '<': '&lt;', '&': '&amp;', '>': '&gt;', '"': '&quot;' }

/** Text as it stands within XML or HTML, in an element as well as in an attribute. What XML 1.0 forbids is left out. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[<&>"]/g, (sign) => NAMED[sign] ?? '')
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
