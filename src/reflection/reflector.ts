/** The only role that reaches what people said about their own work. */
export { REFLECTOR } from '../foundation/db/index.ts'
