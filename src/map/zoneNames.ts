/** CSS pixels in the map. */
export interface PixelBox {
  left: number
  top: number
  right: number
  bottom: number
}

/** A name that wants a place at an outline. */
export interface NameWish<Id extends string> {
  id: Id
  /** Corners of the outline in pixels. */
  outline: readonly { x: number; y: number }[]
  /** Of the text. */
  width: number
  height: number
}

export interface PlacedName<Id extends string> {
  id: Id
  /** Where the text's box begins. */
  left: number
  top: number
}

/** Between an outline and its name. */
const GAP = 6

/**
 * Puts each name just outside (or, where that is taken, inside) its outline: over it, under it, at its sides or its corners, at the first
 * place that nothing else stands on; where all are taken, at the one that hides least. Names that come first choose first.
 */
export function placeNames<Id extends string>(
  wishes: readonly NameWish<Id>[],
  obstacles: readonly PixelBox[],
  view: PixelBox,
): PlacedName<Id>[] {
  const taken = [...obstacles]
  return wishes.flatMap(({ id, outline, width, height }) => {
    if (outline.length === 0) return []
    const boxes = spots(outline, width, height)
    const costs = boxes.map((box) => hidden(box, taken) + 3 * outside(box, view))
    const box = boxes[costs.indexOf(Math.min(...costs))]!
    if (outside(box, view) > 0.5 * width * height) return []
    taken.push(box)
    return [{ id, left: box.left, top: box.top }]
  })
}

function spots(outline: readonly { x: number; y: number }[], width: number, height: number): PixelBox[] {
  const most = (value: (corner: { x: number; y: number }) => number) =>
    outline.reduce((best, corner) => (value(corner) > value(best) ? corner : best))
  const [north, south] = [most(({ y }) => -y), most(({ y }) => y)]
  const [west, east] = [most(({ x }) => -x), most(({ x }) => x)]
  const left = west.x
  const right = east.x
  const middle = (left + right) / 2
  const box = (x: number, y: number): PixelBox => ({
    left: x,
    top: y,
    right: x + width,
    bottom: y + height,
  })
  return [
    box(middle - width / 2, north.y - GAP - height),
    box(middle - width / 2, south.y + GAP),
    box(north.x - width / 2, north.y - GAP - height),
    box(south.x - width / 2, south.y + GAP),
    box(west.x - GAP - width, west.y - height / 2),
    box(east.x + GAP, east.y - height / 2),
    box(left, north.y - GAP - height),
    box(right - width, north.y - GAP - height),
    box(left, south.y + GAP),
    box(right - width, south.y + GAP),
    box(middle - width / 2, south.y - GAP - height),
    box(middle - width / 2, north.y + GAP),
  ]
}

/** Square pixels of a box that lie on others. */
function hidden(box: PixelBox, others: readonly PixelBox[]): number {
  return others.reduce((sum, other) => sum + shared(box, other), 0)
}

function outside(box: PixelBox, view: PixelBox): number {
  return (box.right - box.left) * (box.bottom - box.top) - shared(box, view)
}

function shared(a: PixelBox, b: PixelBox): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}
