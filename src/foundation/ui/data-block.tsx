import { raw } from 'hono/html'

/**
 * What machines read of a page (JSON-LD). A data block is never run, so the policy allows it; nothing in it can end it
 * early, for no `<` of a text stays one.
 */
export function DataBlock(props: { data: object }) {
  return <script type="application/ld+json">{raw(JSON.stringify(props.data).replaceAll('<', '\\u003c'))}</script>
}
