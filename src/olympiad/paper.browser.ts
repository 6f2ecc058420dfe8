// Typing sheets over: a letter goes to the next sentence by itself, an empty field goes back. The form works without it.
const fields = [...document.querySelectorAll<HTMLInputElement>('[data-paper] input')]

for (const [at, field] of fields.entries()) {
  field.addEventListener('focus', () => field.select())
  field.addEventListener('input', () => {
    field.value = field.value.slice(-1).toLowerCase()
    if (/^[a-iw-]$/.test(field.value)) fields[at + 1]?.focus()
  })
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Backspace' || field.value !== '') return
    event.preventDefault()
    fields[at - 1]?.focus()
  })
}
