import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { type LearningFormContent, learningFormContent, moduleContent, providerContent } from './content.form.ts'

function readFolder<Shape extends z.ZodType>(folder: string, shape: Shape): z.output<Shape>[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names.toSorted().map((name) => shape.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}

/** The fictional providers and what they offer. */
export const readTrialProviders = (contentDir: string) => readFolder(join(contentDir, 'courses'), providerContent)

/** Their fictional material. */
export const readTrialModules = (contentDir: string) => readFolder(join(contentDir, 'modules'), moduleContent)

/** Ways to learn without a provider: ours, and real. */
export const readLearningForms = (contentDir: string): LearningFormContent[] =>
  readFolder(join(contentDir, 'learning-forms'), learningFormContent)
