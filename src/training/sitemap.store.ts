import { type Db, statement } from '../foundation/db/index.ts'
import { courseUrl } from './course.ts'
import { learningFormUrl } from './learning-form.ts'
import { moduleUrl } from './module.ts'
import { providerUrl } from './provider.ts'

const courses = statement<{ slug: string; changedAt: Date }>(
  'training.sitemapCourses',
  `select slug, updated_at as "changedAt" from training.course where live_since is not null and not fictional
   order by no limit 30000`,
)
const providers = statement<{ slug: string; changedAt: Date }>(
  'training.sitemapProviders',
  `select slug, updated_at as "changedAt" from training.provider where not fictional order by slug limit 5000`,
)

const modules = statement<{ slug: string; changedAt: Date }>(
  'training.sitemapModules',
  `select slug, updated_at as "changedAt" from training.module where live_since is not null and not fictional
   order by slug limit 5000`,
)

const learningForms = statement<{ slug: string; changedAt: Date }>(
  'training.sitemapLearningForms',
  `select slug, updated_at as "changedAt" from training.learning_form where live_since is not null
   order by slug limit 5000`,
)

/** Addresses for search engines; fictional courses and providers stay out. */
export async function trainingAddresses(db: Db): Promise<{ path: string; changedAt?: Date }[]> {
  return [
    { path: '/scholing' },
    { path: '/scholing/kaart' },
    { path: '/scholing/leervormen' },
    ...(await courses(db)).map((one) => ({ path: courseUrl(one), changedAt: one.changedAt })),
    ...(await learningForms(db)).map((one) => ({ path: learningFormUrl(one), changedAt: one.changedAt })),
    ...(await modules(db)).map((one) => ({ path: moduleUrl(one), changedAt: one.changedAt })),
    ...(await providers(db)).map((one) => ({ path: providerUrl(one), changedAt: one.changedAt })),
  ]
}
