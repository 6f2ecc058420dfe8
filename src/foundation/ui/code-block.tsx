/** A piece to copy: an address, a command, an answer of a machine. Its lines fold, so nothing has to be moved sideways. */
export function CodeBlock(props: { label: string; text: string }) {
  return (
    <figure class="code-block">
      <figcaption class="code-block__label">{props.label}</figcaption>
      <pre class="code-block__text">
        <code translate="no">{props.text}</code>
      </pre>
    </figure>
  )
}
