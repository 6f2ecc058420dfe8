/** The mark: an anchor in one line. Decorative: the name stands beside it. */
export function Anchor(props: { size?: number }) {
  const height = props.size ?? 40
  return (
    <svg
      class="anchor line"
      fill="none"
      stroke="currentColor"
      width={(height * 34) / 40}
      height={height}
      viewBox="0 0 34 40"
      aria-hidden="true"
    >
      <path d="M17 12a4 4 0 1 1 .1 0V36M9 17h16M3 25c1 8 7 11 14 11s13-3 14-11" />
    </svg>
  )
}
