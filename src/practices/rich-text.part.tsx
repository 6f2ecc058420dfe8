import type { Block, Inline } from './rich-text.ts'

/** Our small markup as HTML: only the elements written here can come out. */
export function RichText(props: { blocks: Block[] }) {
  return (
    <>
      {props.blocks.map((block) =>
        block.is === 'paragraph' ? (
          <p>
            <Words parts={block.parts} />
          </p>
        ) : (
          <ListOf ordered={block.ordered} items={block.items} />
        ),
      )}
    </>
  )
}

function ListOf({ ordered, items }: { ordered: boolean; items: Block[][] }) {
  const rows = items.map((item) => (
    <li>
      {item.map((block, index) => {
        if (block.is === 'list') return <ListOf ordered={block.ordered} items={block.items} />
        return index === 0 ? (
          <Words parts={block.parts} />
        ) : (
          <p>
            <Words parts={block.parts} />
          </p>
        )
      })}
    </li>
  ))
  return ordered ? <ol>{rows}</ol> : <ul>{rows}</ul>
}

function Words({ parts }: { parts: Inline[] }) {
  return (
    <>
      {parts.map((part) => {
        if (part.is === 'text') return part.text
        if (part.is === 'break') return <br />
        const words = <Words parts={part.parts} />
        if (part.is === 'strong') return <strong>{words}</strong>
        if (part.is === 'emphasis') return <em>{words}</em>
        return (
          <a href={'href' in part ? part.href : undefined} rel="noopener nofollow">
            {words}
          </a>
        )
      })}
    </>
  )
}
