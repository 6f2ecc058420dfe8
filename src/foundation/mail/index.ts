/** The jobs that deliver; they run beside the site. */
export { MAIL_KEPT, mailJobs } from './delivery.ts'
/** Puts a mail in the outbox; reads it back, and forgets it, in a trial. */
export { forgetMail, type Mail, type Posted, readPost, sendMail } from './outbox.ts'
