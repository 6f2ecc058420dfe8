import { encode } from 'uqr'

/** A QR code drawn as one path. What it says stands beside it in letters, for who can't scan. */
export function QrCode(props: { text: string; title: string }) {
  const { size, data } = encode(props.text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      width="240"
      height="240"
      role="img"
      aria-labelledby="qr-titel"
      shape-rendering="crispEdges"
    >
      <title id="qr-titel">{props.title}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
