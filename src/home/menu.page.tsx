import { Band, Heading, Rows, SignOut, useFrame } from '../foundation/ui/index.ts'
import type { Task } from './front.page.tsx'

/** The menu as a page: it works without script, and it is the map of the site for whoever is lost. */
export function MenuPage(props: { main: Task[]; about: Task[]; own: Task[] }) {
  return (
    <Band>
      <Heading level={1}>Menu</Heading>
      <Rows items={props.main.map((task) => ({ href: task.href, title: task.label }))} />
      <Heading level={2}>Van jou</Heading>
      <Own tasks={props.own} />
      <Heading level={2}>Over Verankerd</Heading>
      <Rows items={props.about.map((task) => ({ href: task.href, title: task.label }))} />
    </Band>
  )
}

/** What is yours, and the way in or out. This page is kept for visitors only, so it may differ for someone signed in. */
function Own(props: { tasks: Task[] }) {
  const { signedIn } = useFrame()
  const tasks = signedIn ? props.tasks : [...props.tasks, { href: '/inloggen', label: 'Inloggen' }]
  return (
    <>
      <Rows items={tasks.map((task) => ({ href: task.href, title: task.label }))} />
      {signedIn ? <SignOut /> : null}
    </>
  )
}
