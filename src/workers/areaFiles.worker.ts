import sqliteUrl from 'sql.js/dist/sql-wasm-browser.wasm?url'
import { setSqliteLocation } from '../ingest/index.ts'
import { areaFilesHandlers } from './areaFilesJobs.ts'
import type { AreaFilesJobs } from './areaFilesMessages.ts'
import { serveJobs, type WorkerScope } from './jobs.ts'

setSqliteLocation(sqliteUrl)
serveJobs<AreaFilesJobs>(self as unknown as WorkerScope, areaFilesHandlers())
