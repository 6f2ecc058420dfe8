export {
  /** What waits for an editor about training. */
  trainingTasks,
} from './check.store.ts'
export {
  /** The shape of content/learning-forms. */
  learningFormContent,
  /** The shape of content/modules. */
  moduleContent,
  /** What a file of content/courses holds. */
  type ProviderContent,
  /** The shape of content/courses. */
  providerContent,
} from './content.form.ts'
export {
  /** Courses as a table that anyone may take along. */
  courseTable,
} from './course.open.ts'
export {
  /** Reads all courses and their dates into memory, beside the first requests. */
  readCourses as warmCourses,
} from './course-index.store.ts'
export {
  /** What was found for a page of others. */
  type CoursesFound,
  /** Courses for a page of others, near its gemeente and online. */
  coursesFound,
} from './courses.found.ts'
export {
  /** Dates ahead for a calendar, and the page that shows the same. */
  type CourseDates,
  /** The dates of courses that answer to a question of the list of courses. */
  courseDates,
} from './dates.reading.ts'
export {
  /** Puts the learning forms of the content folder in place; at every start, without effect when nothing changed. */
  loadLearningForms,
} from './learning-form.content.store.ts'
export {
  /** Ways to learn without a provider as a table that anyone may take along. */
  learningFormTable,
} from './learning-form.open.ts'
export {
  /** Learning forms in which one practises a standard, by its place on the thread. */
  formsPractising,
} from './learning-form.reading.ts'
export {
  /** Material as a table that anyone may take along. */
  moduleTable,
} from './module.open.ts'
export {
  /** Whether someone may take the file of teaching material along. */
  mayReadModuleFile,
} from './module.reading.ts'
export {
  /** Dates ahead as a table that anyone may take along. */
  offeringTable,
} from './offering.open.ts'
export {
  /** Providers as a table that anyone may take along. */
  providerTable,
} from './provider.open.ts'
export {
  /** Addresses for search engines; fictional courses stay out. */
  trainingAddresses,
} from './sitemap.store.ts'
export {
  /** Takes someone's name off what they did with courses. */
  eraseTraining,
  /** What someone did with courses. */
  exportTraining,
} from './takeout.store.ts'
export {
  /** Courses that teach a standard, by its place on the thread. */
  coursesTeaching,
  /** One of them. */
  type TeachingCourse,
} from './teaching-courses.store.ts'
export {
  /** The training part of `/api/v1`, to be mounted there. */
  trainingApi,
} from './training.api.routes.ts'
export {
  /** Publishing what waited, asking providers, mailing learners. */
  trainingJobs,
} from './training.jobs.ts'
export {
  /** Every URL of this domain. */
  trainingRoutes,
} from './training.routes.tsx'
export {
  /** Puts the fictional providers and courses of a trial installation in place, always with dates ahead. */
  settleTraining,
} from './trial.store.ts'
export type {
  /** Who of the cast stands behind them. */
  TrainingCast,
} from './trial.ts'
