import { useFrame } from './frame.ts'

/** The dark foot: the quiet links and what we always say. */
export function Foot() {
  const { footer } = useFrame()
  return (
    <footer class="foot band--inkt">
      <div class="band__inner">
        <ul class="foot__links">
          {footer.links.map((link) => (
            <li>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
        {footer.words.map((words) => (
          <p class="foot__words">{words}</p>
        ))}
      </div>
    </footer>
  )
}
