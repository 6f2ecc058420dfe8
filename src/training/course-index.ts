import { type Entry, type Kept, WordIndex, type Words } from '../foundation/words/index.ts'
import type { Agenda } from './agenda.ts'
import { AgendaBook, type AgendaEntry } from './agenda-book.ts'

/** A course as it can be found: its words and tags, and its dates. */
export type CourseEntry = Entry & AgendaEntry

/** Everything that can be found about courses at one moment. */
export interface Courses {
  words: Words
  agenda: Agenda
}

/** Words and dates of courses, kept together so that both are of one moment. */
export class CourseIndex implements Kept<CourseEntry, Courses> {
  #words: WordIndex
  #book: AgendaBook

  constructor(words = new WordIndex(), book = new AgendaBook()) {
    this.#words = words
    this.#book = book
  }

  put(entry: CourseEntry): void {
    this.#words.put(entry)
    this.#book.put(entry)
  }

  drop(no: number): void {
    this.#words.drop(no)
    this.#book.drop(no)
  }

  view(): Courses {
    return { words: this.#words.view(), agenda: this.#book.view() }
  }

  trim(): void {
    this.#words.trim()
  }

  get isWorn(): boolean {
    return this.#words.isWorn
  }

  async renewed(pause: () => Promise<unknown>): Promise<CourseIndex> {
    return new CourseIndex(await this.#words.renewed(pause), this.#book)
  }
}
