import { describe, expect, it } from 'vitest'
import type { Connection } from '../../src/db/connection.ts'
import { DatabaseBoot, type BootState } from '../../src/db/databaseBoot.ts'

function silentConnection(onClose = () => {}): Connection {
  return {
    query: () => Promise.reject(new Error('not asked')),
    append: () => Promise.resolve(),
    close: async () => onClose(),
  }
}

describe('DatabaseBoot', () => {
  it('boots once, when first asked, and tells how far it is', async () => {
    let opened = 0
    const connection = silentConnection()
    const boot = new DatabaseBoot(async (onProgress) => {
      opened++
      onProgress({ loaded: 5, total: 10 })
      return connection
    })
    const seen: BootState[] = []
    boot.subscribe((state) => seen.push(state))
    expect(opened).toBe(0)
    const both = await Promise.all([boot.connection(), boot.connection()])
    expect(both).toEqual([connection, connection])
    expect(opened).toBe(1)
    expect(seen).toEqual([
      { status: 'idle' },
      { status: 'booting', loaded: 0, total: 0 },
      { status: 'booting', loaded: 5, total: 10 },
      { status: 'ready' },
    ])
  })

  it('says why it failed, and the next question tries again', async () => {
    let tries = 0
    const boot = new DatabaseBoot(async () => {
      if (++tries === 1) throw new Error('offline')
      return silentConnection()
    })
    await expect(boot.connection()).rejects.toMatchObject({ code: 'bootFailed', message: 'Error: offline' })
    expect(boot.state).toMatchObject({ status: 'failed', error: { code: 'bootFailed' } })
    await boot.connection()
    expect(boot.state).toEqual({ status: 'ready' })
  })

  it('closes the engine and can start another; a listener that has left hears nothing', async () => {
    let closed = 0
    const boot = new DatabaseBoot(async () => silentConnection(() => closed++))
    const seen: string[] = []
    const leave = boot.subscribe(({ status }) => seen.push(status))
    await boot.connection()
    await boot.close()
    expect(closed).toBe(1)
    expect(boot.state.status).toBe('idle')
    leave()
    await boot.connection()
    expect(seen).toEqual(['idle', 'booting', 'ready', 'idle'])
  })
})
