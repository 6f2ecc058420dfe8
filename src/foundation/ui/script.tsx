import { useFrame } from './frame.ts'

/** Loads a browser module by name (`passkey` for `passkey.browser.ts`). The page must do its work without it. */
export function Script(props: { name: string }) {
  const source = useFrame().assets.scripts[props.name]
  return source ? <script type="module" src={source}></script> : null
}
