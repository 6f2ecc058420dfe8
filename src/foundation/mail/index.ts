/** The jobs that deliver; they run beside the site. */
export { MAIL_KEPT, mailJobs } from './delivery.ts'
/**
 * Puts a mail in the outbox; reads it back, and forgets it, in a trial; tells what does not arrive, by domain and never by
 * person.
 */
export {
  countWaiting,
  forgetMail,
  type Mail,
  type Posted,
  readPost,
  type Stuck,
  sendMail,
  stuckMails,
} from './outbox.ts'
