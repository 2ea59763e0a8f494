import { expect, it } from 'vitest'
import { MapController } from '../../src/map/mapController.svelte.ts'

it('a map beside another takes no clicks of its own while something is drawn on either', () => {
  const first = new MapController()
  const second = new MapController(first)
  expect(second.busy).toBe(false)
  first.busy = true
  expect(second.busy).toBe(true)
  first.busy = false
  expect(second.busy).toBe(false)
  second.busy = true
  expect([first.busy, second.busy]).toEqual([false, true])
})
