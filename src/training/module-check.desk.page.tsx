import { Badge, Band, Button, Form, Heading, Lead, Notice, Pagination, Rows } from '../foundation/ui/index.ts'
import { WhetherItMayStand } from './check.part.tsx'
import { MODULE_CHECKS_URL, type Module, moduleCheckUrl, moduleUrl } from './module.ts'
import type { CheckingModule } from './module-check.store.ts'
import { dueWords, type PublicationRequest } from './publication.ts'
import type { Written } from './written.ts'

/** Material that waits for an editor. */
export function ModuleChecksPage(props: { checks: CheckingModule[]; page: number; pages: number }) {
  return (
    <>
      <Band tone="wad">
        <Heading level={1}>Materiaal nakijken</Heading>
        <Lead>Materiaal bekijk je binnen twee werkdagen. Daarna staat het er toch op.</Lead>
      </Band>
      <Band>
        {props.checks.length > 0 ? (
          <Rows
            items={props.checks.map(({ module, title, provider, dueAt, isLive }) => ({
              href: moduleCheckUrl({ id: module }),
              title,
              badge: <Badge tone="warn">{isLive ? 'nog niet bekeken' : 'eerste keer'}</Badge>,
              text: `${provider} · ${isLive ? 'staat op de site' : `uiterlijk ${dueWords(dueAt)}`}`,
            }))}
          />
        ) : (
          <p>Er wacht geen materiaal.</p>
        )}
        <Pagination
          page={props.page}
          pages={props.pages}
          href={(n) => `${MODULE_CHECKS_URL}${n === 1 ? '' : `?bladzijde=${n}`}`}
        />
        <p>
          <a href="/redactie/scholing">Trainingen nakijken</a>
        </p>
      </Band>
    </>
  )
}

/** Below the page as others see it: whether it may stand. */
export function ModuleCheckPage(props: { module: Module; request: PublicationRequest; written: Written }) {
  const { module, request } = props
  return (
    <Band tone="boter" labelledby="nakijken">
      <Heading level={2} id="nakijken">
        Nakijken
      </Heading>
      {module.liveSince ? (
        <p>
          Staat op de site: <a href={moduleUrl(module)}>{moduleUrl(module)}</a>
        </p>
      ) : null}
      {request.outcome === null ? (
        <Form action={moduleCheckUrl(module)} label="Wat je hier beslist">
          <WhetherItMayStand kind="module" request={request} written={props.written} />
          <Button>Bewaar je besluit</Button>
        </Form>
      ) : (
        <Notice tone="ok" title="Hier wacht niets meer" />
      )}
    </Band>
  )
}
