/** How often a process looks at itself, in ms. */
const LOOK = 50

/**
 * Ends this process once it holds more than this many bytes, on every system alike. It sees what is decoded outside the
 * event loop, as pictures are; what JavaScript itself holds is bounded by `--max-old-space-size`. Where the system tells,
 * the process that asked looks from outside too.
 */
export function endAbove(most: number): void {
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > most) process.kill(process.pid, 'SIGKILL')
  }, LOOK)
  watch.unref()
}
