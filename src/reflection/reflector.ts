/** The only role that reaches what people said about their own work. */
export const REFLECTOR = 'verankerd_reflector'
