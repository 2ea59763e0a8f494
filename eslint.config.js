import js from '@eslint/js'
import ts from 'typescript-eslint'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'

/** Rooms in the order of ../README.md: a room may import only rooms to its left (plus ui, i18n where it draws). */
const allowed = {
  domain: [],
  analysis: ['domain'],
  ingest: ['domain'],
  db: ['domain'],
  project: ['domain'],
  verification: ['domain', 'analysis'],
  workers: ['domain', 'analysis', 'ingest', 'db', 'project', 'verification', 'report'],
  state: ['domain', 'analysis', 'ingest', 'db', 'project', 'verification', 'workers'],
  i18n: ['domain'],
  ui: ['i18n'],
  report: ['domain', 'i18n'],
  map: ['domain', 'analysis', 'workers', 'state', 'ui', 'i18n'],
  plots: ['domain', 'analysis', 'workers', 'ui', 'i18n'],
  panels: [
    'domain',
    'analysis',
    'ingest',
    'db',
    'project',
    'verification',
    'workers',
    'state',
    'map',
    'plots',
    'ui',
    'i18n',
    'report',
  ],
}
const rooms = Object.keys(allowed)

export default ts.config(
  { ignores: ['dist', 'public', 'coverage', 'node_modules'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // Maps and sets here are local to a computation; what is state is replaced as a whole ($state.raw).
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/no-at-html-tags': 'error',
    },
  },
  {
    // The policy refuses style attributes in markup; `style:` directives go through the object model and are fine.
    files: ['**/*.svelte'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="style"]',
          message: 'Use a class or a style: directive (CSP).',
        },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
  },
  { files: ['data/**', 'tests/**', '*.config.*'], rules: { 'no-console': 'off' } },
  ...rooms.map((room) => ({
    files: [`src/${room}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: rooms
            .filter((other) => other !== room && !allowed[room].includes(other))
            .map((other) => ({
              regex: `^(\\.\\./)+${other}(/|$)`,
              message: `${room} may not import ${other}: imports run one way (README, Architecture).`,
            })),
        },
      ],
    },
  })),
)
