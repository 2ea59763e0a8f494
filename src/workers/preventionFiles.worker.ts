import sqliteUrl from 'sql.js/dist/sql-wasm-browser.wasm?url'
import { setSqliteLocation, type SourceFile } from '../ingest/index.ts'
import { readWork } from '../ingest/prevention/readWork.ts'
import { hidePersonal } from '../ingest/prevention/workTexts.ts'
import { workFile } from '../report/prevention/workFile.ts'
import { serveJobs, type WorkerScope } from './jobs.ts'
import type { PreventionFilesJobs } from './preventionFilesMessages.ts'

setSqliteLocation(sqliteUrl)
serveJobs<PreventionFilesJobs>(self as unknown as WorkerScope, {
  async read({ file: { blob, name }, wished, mapping, types }) {
    const file = Object.defineProperty(blob, 'name', { value: name, configurable: true }) as SourceFile
    return { response: await readWork(file, wished, mapping, types) }
  },
  hide: ({ content }) => ({ response: hidePersonal(content) }),
  async write({ content, subject, format, language }) {
    return { response: await workFile(content, subject, format, language) }
  },
})
