import { ownStandingUrl } from './listing.ts'

/** For the redactie, on the page of a practice: what is kept up to date there. */
export function DeskLinks({ slug }: { slug: string }) {
  const desk = `/redactie/praktijken/${slug}`
  return (
    <nav class="desk-links" aria-label="Redactie">
      <a href={desk}>Redactie</a>
      <a href={`${desk}/erkenningen`}>Erkenningen</a>
      <a href={`${desk}/kenmerken`}>Kenmerken</a>
      <a href={`${desk}/meenemen`}>Meenemen</a>
      <a href={`${desk}/stand`}>Loopt het nog?</a>
    </nav>
  )
}

/** For whose practice it is, on its page. */
export function OwnLink({ slug }: { slug: string }) {
  return (
    <p>
      Dit is van jullie. <a href={ownStandingUrl({ slug })}>Zeg hoe het er nu mee staat</a>.
    </p>
  )
}
