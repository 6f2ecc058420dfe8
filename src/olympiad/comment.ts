/** What a member says about a factor or a statement. */
export interface Comment {
  id: string
  subject: string
  /** Null once taken back. */
  text: string | null
  by: string | null
  at: Date
}
