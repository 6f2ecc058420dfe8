import type { Child } from 'hono/jsx'
import { useFrame } from './frame.ts'

/**
 * A form. A posting form carries the session's token and a nonce when its page has them; `nonce={false}` leaves the
 * nonce out. Our own sentences replace the browser's: `novalidate`.
 */
export function Form(props: {
  action: string
  method?: 'get' | 'post'
  nonce?: boolean
  enctype?: 'multipart/form-data'
  id?: string
  label?: string
  children?: Child
}) {
  const frame = useFrame()
  const method = props.method ?? 'post'
  const token = method === 'post' ? frame.token : undefined
  const nonce = method === 'post' && props.nonce !== false ? frame.nonce?.() : undefined
  return (
    <form
      class="form"
      action={props.action}
      method={method}
      enctype={props.enctype}
      id={props.id}
      aria-label={props.label}
      novalidate
    >
      {token ? <input type="hidden" name="_token" value={token} /> : null}
      {nonce ? <input type="hidden" name="_nonce" value={nonce} /> : null}
      {props.children}
    </form>
  )
}
