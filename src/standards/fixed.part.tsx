import type { Child } from 'hono/jsx'
import type { Db } from '../foundation/db/index.ts'
import { Band, Facts, Heading } from '../foundation/ui/index.ts'
import { revisionLink } from '../thread/index.ts'
import { type Competence, competences } from './competence.store.ts'
import { editionAtRevision } from './edition.store.ts'
import type { EditionText } from './edition.ts'
import { type Standard, standardsOf, textAtRevision } from './standard.store.ts'
import type { StandardText } from './standard.ts'
import { HowTo, Lenses, Points, Voices } from './standard.words.part.tsx'
import { vocabularies } from './vocabulary.store.ts'
import type { VocabularyText } from './vocabulary.ts'

/**
 * The words of a text of this domain at its fixed link, in the layout of its page; by kind of item. Undefined when the
 * revision is not one of ours: the plain paragraphs then stand there.
 */
export const fixedWords: Record<
  'standard' | 'edition',
  (db: Db, revision: { id: string; item: string }) => Promise<Child | undefined>
> = {
  async standard(db, { id }) {
    const [[pinned], lists, names] = await Promise.all([textAtRevision(db, id), vocabularies(db), competences(db)])
    return pinned && <StandardWords text={pinned.text} vocabularies={lists} competences={names} />
  },
  async edition(db, { id, item }) {
    const [[pinned], standards] = await Promise.all([editionAtRevision(db, id), standardsOf(db, item)])
    return pinned && <EditionWords text={pinned.text} standards={standards} />
  },
}

function StandardWords(props: { text: StandardText; vocabularies: VocabularyText[]; competences: Competence[] }) {
  const { text } = props
  return (
    <>
      <Voices text={text} />
      <Lenses text={text} />
      <HowTo text={text} />
      <Ground {...props} />
      <Band labelledby="gesprek">
        <div class="halves">
          <section class="stack">
            <Heading level={2} id="gesprek">
              Praat erover
            </Heading>
            <p>{text.conversation.opening}</p>
            <Points items={text.conversation.questions} />
            <p>{text.conversation.closing}</p>
          </section>
          <section class="stack">
            <Heading level={2}>Voor inwoners: {text.resident.title}</Heading>
            <Points items={text.resident.expect} />
            <Heading level={3}>Dit kun je vragen</Heading>
            <Points items={text.resident.ask} />
            <Heading level={3}>Gaat het anders?</Heading>
            <p>{text.resident.ifNot}</p>
          </section>
        </div>
      </Band>
    </>
  )
}

/** A list of then may have lost a term since: its own slug then still says which one was meant. */
function Ground(props: { text: StandardText; vocabularies: VocabularyText[]; competences: Competence[] }) {
  const { text } = props
  const known = text.competences.flatMap((slug) => props.competences.filter((one) => one.slug === slug))
  const nameOf = (vocabulary: string, term: string) => {
    const list = props.vocabularies.find(({ slug }) => slug === vocabulary)
    return `${list?.title ?? vocabulary}: ${list?.terms.find(({ slug }) => slug === term)?.name ?? term}`
  }
  return (
    <Band tone="wad">
      <div class="halves">
        <section class="stack">
          <Heading level={2}>Waar dit op aansluit</Heading>
          <Facts
            items={text.connects.map(({ vocabulary, term, note }) => ({ term: nameOf(vocabulary, term), value: note }))}
          />
        </section>
        {known.length > 0 ? (
          <section class="stack">
            <Heading level={2}>Wat je ervoor moet kunnen</Heading>
            <Points items={known.map((one) => one.text.name)} />
          </section>
        ) : null}
      </div>
    </Band>
  )
}

function EditionWords({ text, standards }: { text: EditionText; standards: Standard[] }) {
  return (
    <>
      <Band narrow>
        <Heading level={2}>Vooraf</Heading>
        {text.foreword.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        <Heading level={2}>Leeswijzer</Heading>
        {text.readingGuide.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </Band>
      <Band tone="boter">
        <div class="halves">
          <section class="stack">
            <Heading level={2}>Zo gebruik je dit</Heading>
            <Points items={text.useIt} />
          </section>
          <section class="stack">
            <Heading level={2}>En zo niet</Heading>
            <Points items={text.notLikeThis} />
          </section>
        </div>
      </Band>
      <Band labelledby="erin">
        <Heading level={2} id="erin">
          Wat erin staat
        </Heading>
        <Points
          items={standards.map(({ item, number, text: { code, name } }) =>
            number ? (
              <a href={revisionLink(item, number)}>
                {code} {name}
              </a>
            ) : (
              `${code} ${name}`
            ),
          )}
        />
      </Band>
    </>
  )
}
