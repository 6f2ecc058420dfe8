// Offers to copy what stands in `data-copy`. Without it, someone writes it down.

function offer(place: HTMLElement): void {
  const text = place.textContent?.trim() ?? ''
  const { copy = '', copied = '', refused = '' } = place.dataset
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'nl-button nl-button--secondary'
  const label = document.createElement('span')
  label.className = 'nl-button__label'
  label.textContent = copy
  button.append(label)
  const said = document.createElement('p')
  said.setAttribute('role', 'status')
  const say = (words: string) => () => {
    said.textContent = words
  }
  button.addEventListener('click', () => navigator.clipboard.writeText(text).then(say(copied), say(refused)))
  place.append(button, said)
}

// Browsers give a clipboard only to pages that came over a safe connection.
if (navigator.clipboard) for (const place of document.querySelectorAll<HTMLElement>('[data-copy]')) offer(place)
