/** A line of yearly values, with how it is drawn. */
export interface PeerLine {
  id: string
  name: string
  values: readonly number[]
  role: 'focus' | 'together' | 'peer'
}

export const PEER_HEIGHT = 190
const [LEFT, TOP, BOTTOM] = [40, 22, 24]
/** Room for the names at the lines' ends. */
const RIGHT = 118
/** Two names closer than this are pushed apart. */
const NAME_HEIGHT = 15

export interface PeerLayout {
  x(step: number): number
  y(value: number): number
  right: number
  /** Where the names of the focus and the peers stand, by id. */
  names: ReadonlyMap<string, number>
}

export function peerLayout(lines: readonly PeerLine[], highest: number, width: number): PeerLayout {
  const steps = Math.max(1, (lines[0]?.values.length ?? 1) - 1)
  const right = Math.max(LEFT + 40, width - RIGHT)
  const x = (step: number) => LEFT + (step / steps) * (right - LEFT)
  const y = (value: number) => PEER_HEIGHT - BOTTOM - (value / highest) * (PEER_HEIGHT - BOTTOM - TOP)
  const named = lines
    .filter(({ role, values }) => role !== 'peer' && values.length > 0)
    .map(({ id, values }) => ({ id, at: y(values[values.length - 1]) }))
    .sort((a, b) => a.at - b.at)
  const names = new Map<string, number>()
  let lowest = -Infinity
  for (const { id, at } of named) {
    lowest = Math.max(at, lowest + NAME_HEIGHT)
    names.set(id, lowest)
  }
  return { x, y, right, names }
}
