import { readFileSync, writeFileSync } from 'node:fs'
import { kernelDensity } from '../src/analysis/index.ts'
const rows = readFileSync('public/demo/incidents.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((l) => l.split(';'))
const wd = (s: string) => (new Date(s.slice(0, 10) + 'T00:00Z').getUTCDay() + 6) % 7
const night = (s: string) => {
  if (s.length < 12) return false
  const h = +s.slice(11, 13),
    d = wd(s)
  return (h >= 22 && (d === 4 || d === 5)) || (h < 3 && (d === 5 || d === 6))
}
const which = process.argv[2]
const sel = rows.filter(
  (r) =>
    r[6] !== '' &&
    r[1] === 'brott' &&
    (which === 'night'
      ? r[2] === 'Misshandel utomhus' && r[3] >= '2025-01-01' && r[3] < '2025-05-01' && night(r[3])
      : which === 'all'
        ? r[3] >= '2025-01-01' && r[3] < '2025-05-01'
        : r[2] === which),
)
const x = Float64Array.from(sel.map((r) => +r[6] - 692500)),
  y = Float64Array.from(sel.map((r) => +r[5] - 6449300))
const grid = { originX: -2700, originY: -1500, cellSize: 30, columns: 180, rows: 125 }
const k = kernelDensity({ x, y }, grid, { kernel: 'quartic', bandwidth: 150 })
const nz = [...k.values].filter((v) => v > 0)
const mean = nz.reduce((a, b) => a + b, 0) / nz.length
console.log(
  sel.length,
  'mean nz',
  mean,
  'max',
  Math.max(...nz),
  'share over 5x',
  nz.filter((v) => v > 5 * mean).length,
)
// components
const over = [...k.values].map((v) => v > 5 * mean)
const seen = new Set<number>()
for (let i = 0; i < over.length; i++) {
  if (!over[i] || seen.has(i)) continue
  const st = [i]
  seen.add(i)
  const cells: number[] = []
  while (st.length) {
    const c = st.pop()!
    cells.push(c)
    const cx = c % 180,
      cy = Math.floor(c / 180)
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
      [1, 1],
      [-1, -1],
      [1, -1],
      [-1, 1],
    ]) {
      const n = (cy + dy) * 180 + cx + dx
      if (over[n] && !seen.has(n)) {
        seen.add(n)
        st.push(n)
      }
    }
  }
  const set = new Set(cells)
  const m = sel.filter((_, j) =>
    set.has(Math.floor((y[j] + 1500) / 30) * 180 + Math.floor((x[j] + 2700) / 30)),
  )
  const pl: Record<string, number> = {}
  for (const r of m) pl[r[7]] = (pl[r[7]] ?? 0) + 1
  console.log(
    'component',
    cells.length,
    'cells n',
    m.length,
    JSON.stringify(
      Object.entries(pl)
        .sort((a, b) => b[1] - a[1])
        .slice(0, 4),
    ),
  )
}
writeFileSync(
  '/tmp/kde.json',
  JSON.stringify({ x: [...x], y: [...y], v: [...k.values].map((v) => Math.round(v)), mean }),
)
