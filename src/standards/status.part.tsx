import { Badge, type BadgeTone } from '../foundation/ui/index.ts'
import { type EditionStatus, statusLabel } from './edition.ts'

const tones: Record<EditionStatus, BadgeTone> = {
  draft: 'plain',
  consultation: 'warn',
  current: 'ok',
  replaced: 'old',
}

/** The status of an edition in a word or two. */
export function StatusBadge(props: { status: EditionStatus }) {
  return <Badge tone={tones[props.status]}>{statusLabel[props.status]}</Badge>
}
