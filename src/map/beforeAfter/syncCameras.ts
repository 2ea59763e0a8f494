import type { MapController } from '../mapController.svelte.ts'

/** Lets either map follow the other; the second starts where the first is. Returns the way to part them. */
export function syncCameras(first: MapController, second: MapController): () => void {
  const one = first.map
  const other = second.map
  if (!one || !other) return () => {}
  let leading: typeof one | null = null
  const follow = (leader: typeof one, follower: typeof one) => () => {
    if (leading !== null && leading !== leader) return
    leading = leader
    follower.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom() })
    leading = null
  }
  const there = follow(one, other)
  const back = follow(other, one)
  there()
  one.on('move', there)
  other.on('move', back)
  return () => {
    one.off('move', there)
    other.off('move', back)
  }
}
