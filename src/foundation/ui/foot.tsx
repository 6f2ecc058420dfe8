import { drawnFor } from './drawn.tsx'
import { type Frame, useFrame } from './frame.ts'

/** The dark foot: the quiet links and what we always say. */
export function Foot() {
  return footOf(useFrame().footer)
}

/** The same on every page. */
const footOf = drawnFor((footer: Frame['footer']) => (
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
))
