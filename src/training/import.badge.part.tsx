import { Badge } from '../foundation/ui/index.ts'
import { type ImportState, importWords } from './import.ts'

const TONES: Record<ImportState, 'plain' | 'ok' | 'warn' | 'old'> = {
  ...{ fetching: 'plain', reading: 'plain', comparing: 'plain', setting: 'plain', undoing: 'plain' },
  ...{ failed: 'warn', reported: 'warn', set: 'ok', undone: 'old' },
}

/** Where an import stands, in a word. */
export const ImportBadge = ({ state }: { state: ImportState }) => (
  <Badge tone={TONES[state]}>{importWords[state]}</Badge>
)
