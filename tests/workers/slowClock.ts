import { vi } from 'vitest'

/**
 * A clock on which 30 ms go by between any two looks at it, so that a job breathes at every piece of its work, however fast
 * the machine is. Undone by `vi.restoreAllMocks()`.
 */
export function slowClock(): void {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 30))
}
