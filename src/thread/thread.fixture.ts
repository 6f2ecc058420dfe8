import { randomUUID } from 'node:crypto'
import type { Db } from '../foundation/db/index.ts'
import { publishRevision } from './revision.store.ts'
import type { Publication, Published } from './revision.ts'

/** Something to publish in a test: only what matters there need be said. */
export function draftOf(more: Partial<Publication> = {}): Publication {
  return {
    item: randomUUID(),
    kind: 'page',
    title: 'Een steen',
    summary: 'Een zin.',
    body: {},
    url: '/steen',
    by: null,
    at: new Date('2026-01-01T12:00:00Z'),
    ...more,
  }
}

/** Publishes it. */
export const published = (db: Db, more: Partial<Publication> = {}): Promise<Published> =>
  publishRevision(db, draftOf(more))

/** Noon of a day in 2026. */
export const day = (month: number, date: number): Date => new Date(Date.UTC(2026, month - 1, date, 12))
