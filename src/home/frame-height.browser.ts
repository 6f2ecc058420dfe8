// Stands in the page of another: makes our frames as high as what is in them. Listens to our own site only.
const ours = new URL(import.meta.url).origin
const HIGHEST = 20_000

window.addEventListener('message', ({ origin, source, data }) => {
  if (origin !== ours || data?.verankerd !== 'hoogte' || typeof data.height !== 'number') return
  if (!(data.height > 0 && data.height < HIGHEST)) return
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source) frame.style.height = `${Math.ceil(data.height)}px`
})
