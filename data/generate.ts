import { mkdirSync, writeFileSync } from 'node:fs'
import { demoFiles } from './files.ts'

/** Writes the demo of Exempelköping to public/demo. */
const folder = new URL('../public/demo/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, text] of demoFiles()) {
  writeFileSync(new URL(name, folder), text)
  console.log(`${name}: ${Buffer.byteLength(text)} bytes`)
}
