import { type StoredFile, sizeInWords } from '../foundation/files/index.ts'
import { Actions, Band, Example, Heading, Lead, LinkButton, Prose, Rows, Small } from '../foundation/ui/index.ts'
import { NotBinding } from '../standards/index.ts'
import { levelWords, loadWords } from './course.ts'
import type { Module } from './module.ts'
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

/** Teaching material: what it is, what you may do with it, and where to get it. */
export function ModulePage(props: {
  module: Module
  provider: Provider
  file: StoredFile | undefined
  standards: { href: string; title: string }[]
}) {
  const { module, provider, file, standards } = props
  return (
    <>
      <Band tone="wad">
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
        {module.fictional ? (
          <p>
            <Example />
          </p>
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
    </>
  )
}
