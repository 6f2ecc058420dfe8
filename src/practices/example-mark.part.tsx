import { Example } from '../foundation/ui/index.ts'

/** The mark of something that did not really happen, on a line of its own; nothing for what is real. */
export const ExampleMark = ({ fictional }: { fictional: boolean }) =>
  fictional ? (
    <p>
      <Example />
    </p>
  ) : null
