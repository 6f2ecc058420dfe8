import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { backUpCluster } from './backup.ts'
import { openDatabase } from './database.ts'
import { clean, folder, migrations } from './house.fixture.ts'

after(clean)

test('a backup under load, put back in another folder, holds every row from before it', async (t) => {
  const dataDir = folder('busy')
  const first = await openDatabase({ dataDir, migrations })
  const written: string[] = []
  let going = true
  const writing = async (): Promise<void> => {
    for (let n = 0; going; n++) {
      await first.pool.query('insert into house.note values ($1)', [`${n}`])
      written.push(`${n}`)
    }
  }
  const writer = writing()
  await pause(500)
  const before = written.length
  const restored = folder('restored')
  mkdirSync(restored)
  await backUpCluster(dataDir, join(restored, 'postgres'))
  await pause(100)
  going = false
  await writer
  await assert.rejects(backUpCluster(dataDir, join(restored, 'postgres')), /is there already/)
  await first.close()
  await assert.rejects(backUpCluster(dataDir, join(restored, 'again')), /simply copy the folder/)

  const second = await openDatabase({ dataDir: restored, migrations })
  const { rows } = await second.pool.query<{ text: string }>('select text from house.note')
  const kept = new Set(rows.map(({ text }) => text))
  assert.deepEqual(
    written.slice(0, before).filter((text) => !kept.has(text)),
    [],
  )
  t.diagnostic(`${before} rows before the backup, ${kept.size} in it, ${written.length} at the end`)
  await second.pool.query(`insert into house.note values ('goes on')`)
  await second.close()
})
