import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/**
 * Ends every run with one plain line: how many passed, how many failed. A file that cannot be run counts as one failure; a test that
 * needed a second attempt is named before it, as what it is: a fault that has not been found yet.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const broken = modules.filter((module) => module.errors().length > 0).length
    for (const test of tests)
      if (test.diagnostic()?.flaky) console.log(`passed only when tried again: ${test.fullName}`)
    const skipped = count('skipped')
    const rest = skipped > 0 ? `, ${skipped} skipped` : ''
    console.log(`${count('passed')} passed, ${count('failed') + broken + unhandled.length} failed${rest}`)
  }
}
