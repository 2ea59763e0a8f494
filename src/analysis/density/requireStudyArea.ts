import type { MultiPolygon } from '../../domain/grid.ts'
import { invalid } from '../argument.ts'

/** @throws RangeError unless an area has a polygon, every ring four positions (the last its first) and every position two finite numbers. */
export function requireStudyArea(name: string, area: MultiPolygon): void {
  if (area.length === 0) throw invalid(`${name}.length`, 0, 'a polygon or more')
  area.forEach((polygon, p) => {
    if (polygon.length === 0) throw invalid(`${name}[${p}].length`, 0, 'an outer ring, and holes')
    polygon.forEach((ring, r) => {
      const where = `${name}[${p}][${r}]`
      if (ring.length < 4) throw invalid(`${where}.length`, ring.length, '4 positions or more')
      ring.forEach((position, i) => {
        if (!Number.isFinite(position[0]) || !Number.isFinite(position[1]))
          throw invalid(`${where}[${i}]`, position.join(', '), 'two finite numbers of metres')
      })
      const [first, last] = [ring[0]!, ring[ring.length - 1]!]
      if (first[0] !== last[0] || first[1] !== last[1])
        throw invalid(`${where}, its last position`, last.join(', '), `its first, ${first.join(', ')}`)
    })
  })
}
