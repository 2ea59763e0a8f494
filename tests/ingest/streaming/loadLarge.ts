/**
 * Loads a made file of as many bytes as the first argument says and prints what came of it: run by streaming.test.ts in a
 * process with a small heap.
 */
import { load, proposeMapping, sniff } from '../../../src/ingest/index.ts'
import { madeIncidents } from '../madeFile.ts'

const source = madeIncidents(Number(process.argv[2]), 120)
const description = await sniff(source)
let loaded = 0
const { rowsRead: rows } = await load(source, description, proposeMapping(description), {
  onBatch: ({ columns }) => void (loaded += columns.length),
})
console.log(JSON.stringify({ bytes: source.size, rows, loaded }))
