import { Notice } from '../foundation/ui/index.ts'

/** One field of which two people wrote something else. */
export interface Both {
  label: string
  theirs: string
  mine: string
}

/** What differs between what stands now and what someone just wrote. */
export const differing = (theirs: Record<string, string>, mine: Record<string, string>): Both[] =>
  Object.keys(mine).flatMap((label) =>
    theirs[label] === mine[label] ? [] : [{ label, theirs: theirs[label] ?? '', mine: mine[label] ?? '' }],
  )

/** Shown to who saved second: nobody's text is lost, and nothing was overwritten. */
export function BothTexts({ rows }: { rows: Both[] | undefined }) {
  if (!rows) return null
  return (
    <Notice tone="warning" title="Een collega bewaarde dit terwijl jij schreef">
      <p>Jouw tekst staat hieronder in het formulier en is nog niet bewaard. Bewaar opnieuw om die te laten gelden.</p>
      {rows.map(({ label, theirs, mine }) => (
        <div class="training-both">
          <div>
            <p>
              <strong>{label}: zo staat het er nu</strong>
            </p>
            <p class="training-words">{theirs || '(leeg)'}</p>
          </div>
          <div>
            <p>
              <strong>{label}: zo schreef jij het</strong>
            </p>
            <p class="training-words">{mine || '(leeg)'}</p>
          </div>
        </div>
      ))}
    </Notice>
  )
}
