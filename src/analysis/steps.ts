/**
 * A long computation in pieces: yields the fraction done, 0-1, now and then (some milliseconds of work between two yields), and
 * returns its result. Whoever runs it may pause, report or stop between two pieces. Hot loops belong in plain functions
 * that a generator calls: a generator's own body is optimised less well.
 */
export type Steps<T> = Generator<number, T, void>

/** Runs a computation to its end at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** A computation as one part of a longer one: its 0-1 becomes from-to. Use with `yield*`. */
export function* part<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + (to - from) * step.value
  }
}
