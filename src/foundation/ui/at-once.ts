import { jsx } from 'hono/jsx'

/**
 * hono/jsx follows a drawing across `await` with AsyncLocalStorage. On Node 20 that makes node keep books of every
 * promise of the process from the first page on, an eighth of its CPU at every request. Our parts never wait, so there is
 * nothing to follow. It looks for AsyncLocalStorage once, at the first drawing: that one is made here, while it is hidden.
 */
function drawOnceUnfollowed(): void {
  const shown = Object.getOwnPropertyDescriptor(process, 'getBuiltinModule')
  if (shown === undefined) return
  Object.defineProperty(process, 'getBuiltinModule', { ...shown, value: undefined })
  String(jsx('i', {}))
  Object.defineProperty(process, 'getBuiltinModule', shown)
}

drawOnceUnfollowed()
