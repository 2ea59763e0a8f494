import { expect, it } from 'vitest'
import { browserSession } from '../support/session.ts'

const session = browserSession({ map: false })

/** Selections of each kind of filter: in the database alone, and those whose rows the worker decides. */
const SELECTIONS: Record<string, string> = {
  everything: '',
  'a period and a type': '&p=2025-01-01_2025-05-01&t=misshandel-utomhus',
  'hours of the week': '&p=2024-01-01_2025-01-01&h=4-5.16-5',
  'a window past Sunday night': '&h=6-0.14-10',
  'hours by the midpoint of intervals': '&p=2025-01-01_2026-01-01&t=stold-ur-fordon&h=0-6.16-8&m=midpoint',
  'an area': '&p=2025-01-01_2026-01-01&w=a:A',
  'an outline': '&p=2024-01-01_2026-01-01&w=o:ruta:691000.6449000_2000.0_0.1500_-2000.0_0.-1500',
  events: '&k=event&p=2025-01-01_2026-01-01',
}

it('counts the same incidents in the reading (worker) as in the table (database)', async () => {
  const app = await session.newApp()
  await app.open('#d=demo')
  await app.databaseReady()
  for (const [name, parts] of Object.entries(SELECTIONS)) {
    await app.goTo(`#d=demo${parts}`)
    await app.ready()
    const total = await app.total()
    expect(total, name).toBeGreaterThan(0)
    await app.show('incidents')
    await expect
      .poll(() => app.rowCount(), { message: name, timeout: 20_000 })
      .toMatchObject({ shown: total })
  }
})
