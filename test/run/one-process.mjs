/** Pure tests start in milliseconds and a process in half a second, so all their files are read by this one. */
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'

for (const file of process.argv.slice(2)) {
  try {
    await import(pathToFileURL(file).href)
  } catch (fault) {
    // One file that can't be read must not keep the others from being run.
    test(`${file} can be read`, () => {
      throw fault
    })
  }
}
