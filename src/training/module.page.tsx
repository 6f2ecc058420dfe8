import type { Child } from 'hono/jsx'
import { type StoredFile, sizeInWords } from '../foundation/files/index.ts'
import { Actions, Band, Heading, Lead, LinkButton, Pagination, Prose, Rows, Small } from '../foundation/ui/index.ts'
import { NotBinding } from '../standards/index.ts'
import { levelWords, loadWords } from './course.ts'
import { CourseMarks } from './course-rows.part.tsx'
import { type Module, moduleUrl } from './module.ts'
import { type Provider, providerUrl } from './provider.ts'

/** The short facts every way to learn begins with. */
export function WayLine({ parts }: { parts: [term: string, value: string][] }) {
  return (
    <dl class="first-line">
      {parts.map(([term, value]) => (
        <div class="first-line__part">
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Material on one page of a list. */
export interface ModulesPart {
  modules: Module[]
  page: number
  pages: number
}

/** Material to take along, page by page; nothing when there is none. `feed`: where all of it can be followed. */
export function Modules({ part, href, feed }: { part: ModulesPart; href: (page: number) => string; feed?: string }) {
  if (part.modules.length === 0) return null
  return (
    <Band tone="wad" labelledby="materiaal">
      <Heading level={2} id="materiaal">
        Materiaal om mee te nemen
      </Heading>
      <Rows
        items={part.modules.map((one) => ({
          href: moduleUrl(one),
          title: one.title,
          text: `${one.line} ${one.licence}.`,
          badge: one.fictional || one.lookedAt === null ? <CourseMarks course={one} /> : null,
        }))}
      />
      <Pagination label="Pagina’s met materiaal" page={part.page} pages={part.pages} href={href} />
      {feed === undefined ? null : (
        <p>
          <a href={feed}>Volg nieuw materiaal in je nieuwslezer</a>
        </p>
      )}
    </Band>
  )
}

export interface ModuleView {
  module: Module
  provider: Provider
  file: StoredFile | undefined
  standards: { href: string; title: string }[]
  /** Said on top, for who works on it. */
  above?: Child
  /** Bands below it, for who decides about it. */
  below?: Child
}

/** Teaching material: what it is, what you may do with it, and where to get it. */
export function ModulePage(view: ModuleView) {
  const { module, provider, file, standards } = view
  return (
    <>
      <Band tone="wad">
        {view.above}
        <WayLine
          parts={[
            ['Kosten', 'gratis'],
            ['Duur', loadWords(module.minutes)],
            ['Niveau', levelWords[module.level]],
            ['Licentie', module.licence],
          ]}
        />
        <p class="eyebrow">
          Materiaal · <a href={providerUrl(provider)}>{provider.name}</a>
        </p>
        <Heading level={1}>{module.title}</Heading>
        <Lead>{module.line}</Lead>
        {module.fictional || module.lookedAt === null ? (
          <p>
            <CourseMarks course={module} />
          </p>
        ) : null}
        {module.lookedAt === null && module.liveSince !== null ? (
          <Small>Dit materiaal staat er net op. De redactie kijkt er nog naar.</Small>
        ) : null}
        <Actions>
          {file ? (
            <LinkButton href={`/bestanden/${file.id}`} download>
              Neem het mee ({sizeInWords(file.size)})
            </LinkButton>
          ) : null}
          {module.url === '' ? null : (
            <LinkButton href={module.url} kind={file ? 'secondary' : 'primary'}>
              Haal het bij {provider.name}
            </LinkButton>
          )}
        </Actions>
        <Small>Noem altijd wie het maakte, ook als dat niet hoeft.</Small>
      </Band>
      {module.about === '' ? null : (
        <Band>
          <Prose>
            {module.about.split(/\n\s*\n/).map((part) => (
              <p>{part}</p>
            ))}
          </Prose>
        </Band>
      )}
      {standards.length > 0 ? (
        <Band tone="boter" labelledby="gaat-over">
          <Heading level={2} id="gaat-over">
            Waar het over gaat
          </Heading>
          <Rows items={standards} />
          <NotBinding />
        </Band>
      ) : null}
      {view.below}
    </>
  )
}
