// Shows the passkey forms of this page, and lets their button ask the device before the form is sent.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

const words = (text: string | undefined) => (text ?? '').split(' ').filter(Boolean)
const credential = (id: string) => ({ id, type: 'public-key' as const })

/** Lets the device make or use a passkey; resolves to what the server is to judge. */
function ask(place: HTMLElement): Promise<object> {
  const { passkey, challenge = '', host = '', handle = '', name = '', known, allowed, verification } = place.dataset
  if (passkey === 'use')
    return startAuthentication({
      optionsJSON: {
        challenge,
        rpId: host,
        allowCredentials: words(allowed).map(credential),
        userVerification: verification === 'required' ? 'required' : 'preferred',
        timeout: 120_000,
      },
    })
  return startRegistration({
    optionsJSON: {
      challenge,
      rp: { id: host, name: 'Verankerd' },
      user: { id: handle, name, displayName: name },
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: 'public-key' as const })),
      excludeCredentials: words(known).map(credential),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      attestation: 'none',
      timeout: 120_000,
    },
  })
}

function wire(place: HTMLElement): void {
  const form = place.querySelector('form')
  const answer = form?.querySelector<HTMLInputElement>('input[name="antwoord"]')
  const status = place.querySelector<HTMLElement>('[data-passkey-status]')
  if (!form || !answer) return
  place.classList.remove('passkey--asleep')
  form.addEventListener('submit', (event) => {
    if (answer.value !== '') return
    event.preventDefault()
    if (status) status.textContent = ''
    ask(place).then(
      (given) => {
        answer.value = JSON.stringify(given)
        form.submit()
      },
      () => {
        if (status) status.textContent = status.dataset.passkeyStatus ?? ''
      },
    )
  })
}

if (browserSupportsWebAuthn()) for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) wire(place)
