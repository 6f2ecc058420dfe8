import { useFrame } from './frame.ts'

interface Shared {
  type: 'article' | 'website'
  title: string
  /** What it is, in one line. */
  line: string
  url: string
  baseUrl: string
  fictional: boolean
}

/** What whoever shares a link to a page shows of it (Open Graph), with our picture; that it is made up is said first. */
export function ShareHead({ type, title, line, url, baseUrl, fictional }: Shared) {
  const { share } = useFrame().assets
  return (
    <>
      <meta property="og:type" content={type} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={fictional ? `Verzonnen voorbeeld. ${line}` : line} />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content="Verankerd" />
      <meta property="og:locale" content="nl_NL" />
      {share ? (
        <>
          <meta property="og:image" content={baseUrl + share} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content="Een anker aan een rode lijn" />
        </>
      ) : null}
    </>
  )
}
