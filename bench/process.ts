/** CPU and memory of processes and all that they started, from /proc. */
import { readdirSync, readFileSync } from 'node:fs'

interface Stat {
  pid: number
  parent: number
  ticks: number
}

const msPerTick = 10

function stats(): Stat[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const text = readFileSync(`/proc/${name}/stat`, 'utf8')
        const fields = text
          .slice(text.lastIndexOf(')') + 2)
          .split(' ')
          .map(Number)
        // After the name: state 0, parent 1, … utime 11, stime 12, and 13, 14 those of children that ended.
        const ticks = (fields[11] ?? 0) + (fields[12] ?? 0) + (fields[13] ?? 0) + (fields[14] ?? 0)
        return [{ pid: Number(name), parent: fields[1] ?? 0, ticks }]
      } catch {
        return [] // It ended while we were reading.
      }
    })
}

function treesOf(roots: number[], all: Stat[]): Stat[] {
  const inside = new Set(roots)
  for (let before = -1; before !== inside.size; ) {
    before = inside.size
    for (const one of all) if (inside.has(one.parent)) inside.add(one.pid)
  }
  return all.filter((one) => inside.has(one.pid))
}

/** CPU so far of these processes and everything below them, in ms. */
export function cpuOf(roots: number[]): number {
  return treesOf(roots, stats()).reduce((sum, one) => sum + one.ticks * msPerTick, 0)
}

export function childrenOf(pid: number): number[] {
  return treesOf([pid], stats()).flatMap((one) => (one.pid === pid ? [] : [one.pid]))
}

export function parentOf(pid: number): number | undefined {
  return stats().find((one) => one.pid === pid)?.parent
}

export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

export function memoryMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0'
  return Number(kilobytes) / 1024
}
