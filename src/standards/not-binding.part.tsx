/** Stands wherever a standard is shown: it is an invitation to talk, never a duty. */
export function NotBinding() {
  return (
    <p class="not-binding">
      <strong>Geen verplicht kader.</strong> Wel een goed begin van een gesprek.
    </p>
  )
}
