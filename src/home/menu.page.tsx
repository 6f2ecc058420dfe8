import { Band, Heading, Rows, SignOut, useFrame } from '../foundation/ui/index.ts'
import type { Task } from './front.page.tsx'

/** The menu as a page: it works without script, and it is the map of the site for whoever is lost. */
export function MenuPage(props: { main: Task[]; about: Task[]; own: Task[] }) {
  return (
    <Band>
      <Heading level={1}>Menu</Heading>
      <Rows items={props.main.map((task) => ({ href: task.href, title: task.label }))} />
      <Heading level={2}>Van jou</Heading>
      <Rows items={props.own.map((task) => ({ href: task.href, title: task.label }))} />
      <SignOutHere />
      <Heading level={2}>Over Verankerd</Heading>
      <Rows items={props.about.map((task) => ({ href: task.href, title: task.label }))} />
    </Band>
  )
}

/** The way out, for whoever is in. The page is kept for visitors only, so it may differ for someone signed in. */
function SignOutHere() {
  return useFrame().signedIn ? <SignOut /> : null
}
