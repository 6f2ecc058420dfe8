/** A process with the house's end and nothing else, in which something goes wrong that nobody catches. */
import { setTimeout as pause } from 'node:timers/promises'
import { openLog, stopOnSignals } from '../../src/foundation/http/index.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const steps = [
  async () => say('closed'),
  () => Promise.reject(new Error('this step fails')),
  async () => say('closed too'),
]
stopOnSignals(openLog({ logLevel: 'info' }), steps)

void Promise.reject(new Error('iemand@typte.example'))
await pause(100)
say('lives after a rejection')
if (process.argv[2] === 'throw')
  setTimeout(() => {
    throw new Error('iemand@typte.example')
  }, 10)
await pause(60_000)
