import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { competenceContent, crosswalkContent, frameworkContent, vocabularyContent } from './content.form.ts'
import { type Library, libraryFaults } from './content.ts'

async function readJson<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S>> {
  const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

async function readFolder<S extends z.ZodType>(folder: string, schema: S): Promise<z.output<S>[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(names.map((name) => readJson(join(folder, name), schema)))
}

/** Reads the content folder and refuses it whole when something in it does not fit. */
export async function readLibrary(contentDir: string): Promise<Library> {
  const [frameworks, competences, crosswalks, vocabularies] = await Promise.all([
    readFolder(join(contentDir, 'frameworks'), frameworkContent),
    readJson(join(contentDir, 'competences.json'), competenceContent),
    readJson(join(contentDir, 'crosswalks.json'), crosswalkContent),
    readFolder(join(contentDir, 'vocabularies'), vocabularyContent),
  ])
  const library: Library = {
    frameworks,
    competences: [competences],
    crosswalks,
    vocabularies,
  }
  const faults = libraryFaults(library)
  if (faults.length > 0) throw new Error(`The content does not fit together:\n${faults.join('\n')}`)
  return library
}
