import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { demoFiles } from '../../data/files.ts'
import { demoText } from './demoFiles.ts'

it('the generator makes the very bytes that are committed', { timeout: 240_000 }, () => {
  const made = demoFiles()
  expect([...made.keys()].sort()).toEqual(readdirSync(new URL('../../public/demo', import.meta.url)).sort())
  for (const [name, text] of made) expect(text === demoText(name), name).toBe(true)
})
