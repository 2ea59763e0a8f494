import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Plugin } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/**
 * Tile hosts are a decision of whoever builds, never of the page at run time:
 * `LAGESBILD_TILE_HOST=https://tiles.example npm run build` adds that one origin to the policy.
 */
const tileHost = process.env.LAGESBILD_TILE_HOST ?? ''

export const contentSecurityPolicy = [
  `default-src 'self'`,
  `script-src 'self' 'wasm-unsafe-eval'`,
  `worker-src 'self' blob:`,
  `img-src 'self' data: blob: ${tileHost}`.trim(),
  `connect-src 'self' ${tileHost}`.trim(),
  `object-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ')

/** Writes the policy into the built page, so that it holds on any static web server. */
function policyInPage(): Plugin {
  return {
    name: 'lagesbild-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/**
 * A package below stdlib's quantiles tries by `eval` whether there are generators, which the policy forbids and reports. The
 * build's target has them.
 */
function generatorsWithoutEval(): Plugin {
  return {
    name: 'lagesbild-generators',
    enforce: 'pre',
    load: (id) =>
      id.includes('/@stdlib/assert-has-generator-support/') ? 'module.exports = () => true' : undefined,
  }
}

/** A package below luma.gl would keep its log level in the page's session storage. Nothing is kept unasked: memory does as well. */
function logWithoutStorage(): Plugin {
  const inMemory = `export class LocalStorage {
    constructor(id, config) { this.config = config }
    getConfiguration() { return this.config }
    setConfiguration(part) { Object.assign(this.config, part) }
  }`
  return {
    name: 'lagesbild-log',
    enforce: 'pre',
    load: (id) => (id.includes('/@probe.gl/log/dist/utils/local-storage.js') ? inMemory : undefined),
  }
}

/** What reads a clock or a calendar: these tests run once more on machines of other zones. */
const timeTests = [
  'tests/zones/**/*.test.ts',
  'tests/analysis/time/**/*.test.ts',
  'tests/domain/**/*.test.ts',
  'tests/golden/time.test.ts',
  'tests/ingest/{dates,load,mapping,xlsx}.test.ts',
  'tests/i18n/format.test.ts',
  'tests/workers/engine/{calendar,timeBins}.test.ts',
  'tests/state/{address,periods,selection}.test.ts',
  'tests/plots/{brush,heat,timeline}.test.ts',
  'tests/demo/regenerate.test.ts',
]

/** A leg of the tests on a machine whose own zone is `timeZone`; tests/zones asserts that it is. */
function zoneLeg(name: string, timeZone: string): TestProjectInlineConfiguration {
  return {
    extends: true,
    resolve: { conditions: ['browser'] },
    test: {
      name,
      setupFiles: ['tests/support/seed.ts'],
      environment: 'node',
      include: timeTests,
      // A process of its own: a thread does not see another TZ.
      pool: 'forks',
      env: { TZ: timeZone, LAGESBILD_TEST_ZONE: timeZone },
      testTimeout: 30_000,
      sequence: { groupOrder: 0 },
    },
  }
}

export default defineConfig({
  base: './',
  define: {
    'import.meta.env.VITE_TILE_HOST': JSON.stringify(tileHost),
    'import.meta.env.VITE_TILE_ATTRIBUTION': JSON.stringify(process.env.LAGESBILD_TILE_ATTRIBUTION ?? ''),
  },
  plugins: [svelte({ configFile: false }), policyInPage(), generatorsWithoutEval(), logWithoutStorage()],
  worker: { format: 'es', plugins: () => [generatorsWithoutEval()] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
  },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy } },
  test: {
    reporters: ['default', './tests/support/countReporter.ts'],
    // `npm run coverage`: what the tests of the statistics, and they alone, reach of them.
    coverage: {
      provider: 'v8',
      include: ['src/analysis/**/*.ts'],
      reporter: ['text'],
      reportOnFailure: true,
      thresholds: { branches: 95 },
    },
    projects: [
      {
        extends: true,
        resolve: { conditions: ['browser'] },
        test: {
          name: 'unit',
          setupFiles: ['tests/support/seed.ts'],
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/zones/**'],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      zoneLeg('zone-utc', 'UTC'),
      zoneLeg('zone-new-york', 'America/New_York'),
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          // WebGL is drawn by the processor: one page at a time, after the unit tests, with room for a busy machine.
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // Where a change lands, a machine that is busy with something else costs a second attempt, which is told, and not the change.
          retry: Number(process.env.LAGESBILD_TEST_RETRIES ?? 0),
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
