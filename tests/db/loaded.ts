import type { Connection } from '../../src/db/connection.ts'
import type { IncidentBatch } from '../../src/db/dataset.ts'
import { IncidentStore } from '../../src/db/incidentStore.ts'
import { STOCKHOLM, TAXONOMY } from './batches.ts'

/** A store over the connection with the batches loaded. */
export async function loadedStore(
  connection: Connection,
  batches: Iterable<IncidentBatch>,
  timeZone = STOCKHOLM,
) {
  const store = new IncidentStore(() => Promise.resolve(connection))
  await store.begin({ timeZone, taxonomy: TAXONOMY })
  for (const batch of batches) await store.append(batch)
  await store.finish()
  return store
}
