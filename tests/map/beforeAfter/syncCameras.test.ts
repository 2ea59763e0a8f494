import { expect, it } from 'vitest'
import { syncCameras } from '../../../src/map/beforeAfter/syncCameras.ts'
import type { MapController } from '../../../src/map/mapController.svelte.ts'

/** A map that can be moved, and tells of it at once, as MapLibre does. */
function movable(center: string, zoom: number) {
  const heard = new Set<() => void>()
  const map = {
    center,
    zoom,
    jumps: 0,
    getCenter: () => map.center,
    getZoom: () => map.zoom,
    jumpTo(to: { center: string; zoom: number }) {
      map.jumps++
      map.center = to.center
      map.zoom = to.zoom
      heard.forEach((tell) => tell())
    },
    on: (_: string, tell: () => void) => heard.add(tell),
    off: (_: string, tell: () => void) => heard.delete(tell),
  }
  return map
}

it('either map follows the other, once a movement, until they are parted', () => {
  const [one, other] = [movable('here', 12), movable('there', 3)]
  const controller = (map: unknown) => ({ map }) as MapController
  const part = syncCameras(controller(one), controller(other))
  expect(other).toMatchObject({ center: 'here', zoom: 12, jumps: 1 })
  expect(one.jumps).toBe(0)
  one.jumpTo({ center: 'west', zoom: 13 })
  expect(other).toMatchObject({ center: 'west', zoom: 13, jumps: 2 })
  expect(one.jumps).toBe(1)
  other.jumpTo({ center: 'east', zoom: 14 })
  expect(one).toMatchObject({ center: 'east', zoom: 14, jumps: 2 })
  expect(other.jumps).toBe(3)
  part()
  one.jumpTo({ center: 'away', zoom: 1 })
  expect(other.center).toBe('east')
  expect(syncCameras(controller(null), controller(other))()).toBeUndefined()
})
