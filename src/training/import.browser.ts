// Follows an import that is busy, so that nobody has to press "kijk hoe ver het is". The page says the same without it.
const EVERY = 2_000

async function look(): Promise<void> {
  const shown = document.querySelector('[data-import-busy]')
  if (!shown) return
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined)
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const now = page.querySelector('[data-import-busy]')
    if (!now) return location.reload()
    // Only what changed is touched: a screen reader says what is new, and whoever stands on the link stays there.
    const [before, after] = [shown.querySelectorAll('p'), now.querySelectorAll('p')]
    for (const [at, line] of [...before].slice(0, 2).entries()) {
      const words = after[at]?.textContent ?? ''
      if (line.childElementCount === 0 && line.textContent !== words) line.textContent = words
    }
  }
  setTimeout(look, EVERY)
}

setTimeout(look, EVERY)
