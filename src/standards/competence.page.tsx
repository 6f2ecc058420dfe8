import { Badge, Band, Heading, Lead } from '../foundation/ui/index.ts'
import type { Competence, CompetenceFramework } from './competence.store.ts'
import { NotBinding } from './not-binding.part.tsx'

export interface CompetenceView {
  framework: CompetenceFramework
  competences: (Competence & {
    standards: { href: string; title: string }[]
  })[]
}

/** The ten competences: a list of its own, tied to the kenmerken by us. */
export function CompetencesPage(props: { lists: CompetenceView[] }) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Competenties</Heading>
        <Lead>Wat je moet kunnen om goed ondersteunend werk te doen.</Lead>
        <NotBinding />
      </Band>
      {props.lists.map(({ framework, competences }) => (
        <Band labelledby={framework.slug}>
          <Heading level={2} id={framework.slug}>
            {framework.text.title}
          </Heading>
          <p>{framework.text.ours}</p>
          <p class="small">
            Bron van de namen: {framework.text.source.map(({ text }) => text).join('; ')} {framework.text.mappingOurs}
          </p>
          <ol class="competences">
            {competences.map(({ slug, id, ...competence }) => (
              <li class="competence stack stack--tight" id={slug}>
                <Heading level={3}>
                  {competence.text.name} <Badge>{competence.text.code}</Badge>
                </Heading>
                <p>{competence.text.plainLine}</p>
                <p class="small">
                  {competence.standards.map(({ href, title }, index) => (
                    <>
                      {index === 0 ? 'Hoort bij ' : ' en '}
                      <a href={href}>{title.toLowerCase()}</a>
                    </>
                  ))}
                  {competence.standards.length > 0 ? '. ' : ''}
                  <a href={`/herkomst/${id}`}>
                    Waar komt dit vandaan?
                    <span class="hidden"> {competence.text.name}</span>
                  </a>
                </p>
              </li>
            ))}
          </ol>
        </Band>
      ))}
    </>
  )
}
