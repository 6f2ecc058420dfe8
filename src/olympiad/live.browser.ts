// Follows what the chair shows: on a phone, on the hall screen and on the chair's own. Every page does its work without it.

interface Shown {
  stap: number
  zin: string
  teller: string
  woorden: string
  over: number | null
  pauze: boolean
}

const root = document.querySelector<HTMLElement>('[data-live]')
const part = (name: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-live-${name}]`)
const say = (name: string, words: string): void => {
  const place = part(name)
  if (place && place.textContent !== words) place.textContent = words
}

let step = Number(root?.dataset.step ?? 0)
let endsAt: number | undefined
let paused = false

/** The same words as the server's, every second. */
function timeWords(): string {
  if (paused) return 'Even pauze'
  if (endsAt === undefined) return ''
  const left = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000))
  if (left === 0) return 'Neem gerust nog even de tijd'
  if (left >= 60) return `Nog ongeveer ${Math.round(left / 60)} ${Math.round(left / 60) === 1 ? 'minuut' : 'minuten'}`
  return `Nog ${left} ${left === 1 ? 'seconde' : 'seconden'}`
}

function show(shown: Shown, form: HTMLFormElement | null): void {
  endsAt = shown.over === null || shown.pauze ? undefined : performance.now() + shown.over * 1000
  paused = shown.pauze
  say('time', timeWords())
  if (root?.dataset.liveRemote !== undefined) {
    if (shown.stap !== step) location.reload()
    return
  }
  const field = form?.elements.namedItem('zin')
  const before = field instanceof HTMLInputElement ? field.value : (root?.dataset.shown ?? '')
  step = shown.stap
  say('counter', shown.teller)
  part('wait')?.classList.toggle('live-away', shown.zin !== '')
  part('vote')?.classList.toggle('live-away', shown.zin === '')
  if (root) root.dataset.shown = shown.zin
  if (shown.zin === before) return
  const words = part('words')
  // Our own page made these words, with everything in them escaped.
  if (words) words.innerHTML = shown.woorden
  if (!form || !(field instanceof HTMLInputElement)) return
  keep(form, before)
  field.value = shown.zin
  recall(form, shown.zin)
  say('saved', '')
}

/** What someone chose or began to write for a sentence, for when the chair comes back to it. Only in this page. */
const chosen = new Map<string, [name: string, value: string][]>()

function keep(form: HTMLFormElement, sentence: string): void {
  const entries = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    name === 'zin' || name.startsWith('_') || typeof value !== 'string' ? [] : [[name, value]],
  )
  if (sentence !== '') chosen.set(sentence, entries)
}

function recall(form: HTMLFormElement, sentence: string): void {
  const known = new Map(chosen.get(sentence))
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.name === 'eerder') field.value = known.get('eerder') ?? ''
    if (field instanceof HTMLInputElement && field.type === 'radio')
      field.checked = known.get(field.name) === field.value
    if (field instanceof HTMLTextAreaElement) field.value = known.get(field.name) ?? ''
  }
}

/** Sends the answer without leaving the page. What is refused goes the ordinary way; what got lost can be sent again. */
function sendQuietly(form: HTMLFormElement): void {
  const value = (name: string): HTMLInputElement | undefined => {
    const field = form.elements.namedItem(name)
    return field instanceof HTMLInputElement ? field : undefined
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const body = new URLSearchParams([...new FormData(form)].map(([name, text]) => [name, String(text)]))
    fetch(form.action, { method: 'POST', body, redirect: 'manual' }).then(
      (answer) => {
        if (answer.type !== 'opaqueredirect') return form.submit()
        // The screen may have gone on meanwhile: then there is nothing to say about the sentence that stands here now.
        if (value('zin')?.value !== body.get('zin')) return
        say('saved', part('saved')?.dataset.liveSaved ?? '')
        // A reason that was sent and is emptied later is taken back; one that this page never showed stays.
        const before = value('eerder')
        if (before && body.get('reden')) before.value = 'ja'
      },
      () => say('saved', part('saved')?.dataset.liveLost ?? ''),
    )
  })
}

function follow(place: HTMLElement, address: string): void {
  const form = place.querySelector('form')
  const votes = part('vote')?.querySelector('form') ?? null
  if (form && votes) sendQuietly(votes)
  const stream = new EventSource(address)
  stream.addEventListener('scherm', (event) => show(JSON.parse(event.data) as Shown, votes))
  stream.addEventListener('stand', (event) => say('inside', (JSON.parse(event.data) as { woorden: string }).woorden))
  stream.addEventListener('over', () => {
    stream.close()
    // Not all phones of a hall in the same moment.
    setTimeout(() => location.reload(), Math.random() * 2000)
  })
  setInterval(() => say('time', timeWords()), 1000)
}

if (root?.dataset.live) follow(root, root.dataset.live)
