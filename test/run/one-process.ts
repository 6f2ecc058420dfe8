/** Pure tests start in milliseconds and a process in half a second, so all their files are read by this one. */
import { pathToFileURL } from 'node:url'

for (const file of process.argv.slice(2)) await import(pathToFileURL(file).href)
