import { describe, expect, it } from 'vitest'
import { byKind } from '../../src/domain/incident.ts'
import { dayNumber } from '../../src/domain/period.ts'
import { NO_REMOVAL, withoutRows } from '../../src/domain/rowKeys.ts'
import { EMPTY_SELECTION } from '../../src/domain/selection.ts'
import { joinKeys } from '../../src/ingest/incidentKeys.ts'
import type { LoadReport } from '../../src/ingest/index.ts'
import { firstPlan, planChoices, planKey } from '../../src/panels/data/layers/planChoices.ts'
import type { Dataset } from '../../src/state/dataset.svelte.ts'
import { lessReplaced, removalWith } from '../../src/state/layerMaking.ts'
import { comparedBy, layersAfter, layersWithout, removalBy } from '../../src/state/layerPlan.ts'
import {
  datasetId,
  mappedInAll,
  nextNumber,
  nextRow,
  rowInLayer,
  type Layer,
} from '../../src/state/layers.ts'
import { keptSelection } from '../../src/state/selectionFor.ts'
import type { DatasetSummary } from '../../src/workers/messages.ts'
import { columnsOf } from '../db/batches.ts'

const march = { from: dayNumber(2025, 3, 1), to: dayNumber(2025, 4, 1) }

/** A layer of ten rows whose keys begin at `from`. */
function layer(number: number, from: number, part: Partial<Layer> = {}): Layer {
  const id = `l${number}`
  const row = Uint32Array.from({ length: 10 }, (_, i) => from + i)
  const hashes = Float64Array.from(row)
  return {
    id,
    number,
    name: id,
    series: id,
    fileName: `${id}.csv`,
    fingerprint: `${id}`.repeat(32).slice(0, 64),
    kinds: byKind(() => 0),
    report: { columns: ['id', 'datum'], rowsLoaded: 10 } as unknown as LoadReport,
    mappedColumns: ['datum'],
    range: { from, to: from + 10 },
    rows: 10,
    rejected: 0,
    keys: { id: hashes, content: hashes, details: hashes, row },
    period: march,
    ...part,
  } as Layer
}

const [a, b, c] = [layer(1, 1), layer(2, 11, { series: 'l1' }), layer(3, 21)]
const ids = (layers: readonly Layer[]) => layers.map(({ id, series }) => `${id}/${series}`)

describe('layers', () => {
  it('have keys and numbers of their own, and tell where a row stands in its file', () => {
    expect([nextRow([]), nextRow([a, b, c]), nextNumber([]), nextNumber([a, c])]).toEqual([1, 31, 1, 4])
    expect(rowInLayer([a, b, c], 11)).toEqual({ layer: b, row: 1 })
    expect(rowInLayer([a, c], 11)).toBeNull()
    expect(datasetId([a])).toBe(a.fingerprint)
    expect(datasetId([a, c])).toBe(`${a.fingerprint.slice(0, 16)}.${c.fingerprint.slice(0, 16)}`)
  })

  it('hide a source column only where every file that has it has it mapped', () => {
    const other = layer(4, 31, { mappedColumns: [] })
    expect(mappedInAll([a, c])).toEqual(['datum'])
    expect(mappedInAll([a, other])).toEqual([])
    const without = layer(5, 41, { mappedColumns: [], report: { columns: ['x'] } as unknown as LoadReport })
    expect(mappedInAll([a, without])).toEqual(['datum'])
  })

  it('come and go by plan: more of a series after its last, another version in place of the old', () => {
    const added = layer(9, 31)
    expect(ids(layersAfter({ as: 'all' }, [a, b, c], added))).toEqual(['l9/l9'])
    expect(ids(layersAfter({ as: 'layer' }, [a, b, c], added))).toEqual(['l1/l1', 'l2/l1', 'l3/l3', 'l9/l9'])
    const more = { as: 'append', to: 'l1', keepDuplicates: false } as const
    expect(ids(layersAfter(more, [a, b, c], added))).toEqual(['l1/l1', 'l2/l1', 'l9/l1', 'l3/l3'])
    const other = { as: 'replace', layer: 'l1' } as const
    expect(ids(layersAfter(other, [a, b, c], added))).toEqual(['l9/l9', 'l2/l9', 'l3/l3'])
    expect(ids(layersAfter({ ...other, layer: 'l2' }, [a, b, c], added))).toEqual(['l1/l1', 'l9/l1', 'l3/l3'])
    expect(ids(layersWithout('l1', [a, b, c]))).toEqual(['l2/l2', 'l3/l3'])
  })

  it('are compared within their series, and take out what a plan replaces', () => {
    const more = { as: 'append', to: 'l1', keepDuplicates: false } as const
    expect(comparedBy(more, [a, b, c])).toEqual([a, b])
    expect(comparedBy({ as: 'replace', layer: 'l2' }, [a, b, c])).toEqual([a])
    expect(comparedBy({ as: 'layer' }, [a, b, c])).toEqual([])
    expect(removalBy({ as: 'all' }, [a])).toBeNull()
    expect(removalBy({ as: 'replace', layer: 'l2' }, [a, b])?.ranges).toEqual([b.range])
    const report = { duplicates: { replaced: [3, 12] } } as unknown as LoadReport
    const removal = removalWith(NO_REMOVAL, report)!
    expect([...removal.rows]).toEqual([3, 12])
    const left = lessReplaced([a, b, c], removal)
    expect(left.map(({ rows }) => rows)).toEqual([9, 9, 10])
    expect([...joinKeys(left.map(({ keys }) => keys)).row]).not.toContain(12)
    expect(left[2]).toBe(c)
  })
})

describe('rows that leave', () => {
  it('are those of ranges and single ones; the others keep their order', () => {
    const columns = columnsOf([1, 2, 3, 11, 12, 21].map((row) => ({ row, x: row, y: row })))
    const left = withoutRows(columns, { ranges: [{ from: 11, to: 21 }], rows: Uint32Array.of(2) })
    expect([...left.row]).toEqual([1, 3, 21])
    expect([...left.x]).toEqual([1, 3, 21])
    expect(withoutRows(columns, NO_REMOVAL)).toBe(columns)
  })
})

describe('what a file can become', () => {
  const dataset = { invented: false, layers: [a, c] } as unknown as Dataset
  const like = { columns: ['datum', 'ID'] } as never
  const keys = (...args: Parameters<typeof planChoices>) => planChoices(...args).map(planKey)
  const april = { from: march.to, to: march.to + 30 }

  it('is the only layer where nothing of one’s own is open', () => {
    expect(keys(null, like, april)).toEqual(['all'])
    expect(keys({ ...dataset, invented: true }, like, april)).toEqual(['all'])
  })

  it('is first more of a layer with its columns, where the periods meet', () => {
    expect(keys(dataset, like, april)[0]).toBe('append:l1')
    expect(keys(dataset, like, { from: march.to + 400, to: march.to + 430 })[0]).toBe('layer')
    expect(keys(dataset, { columns: ['annat'] } as never, april)[0]).toBe('layer')
    expect(keys(dataset, like, april)).toEqual(
      expect.arrayContaining(['append:l3', 'replace:l1', 'replace:l3', 'layer', 'all']),
    )
  })

  it('is what was wished before the file was chosen', () => {
    const plans = planChoices(dataset, like, april)
    expect(firstPlan(plans, { as: 'replace', layer: 'l3' }, [a, c])).toEqual({ as: 'replace', layer: 'l3' })
    expect(planKey(firstPlan(plans, { as: 'append', to: 'l3' }, [a, c]))).toBe('append:l3')
    expect(planKey(firstPlan(plans, null, [a, c]))).toBe('append:l1')
  })
})

describe('the selection once layers have come or gone', () => {
  const summary = (part: Partial<DatasetSummary>): DatasetSummary =>
    ({ kinds: byKind(() => 0), groups: [], span: null, ...part }) as DatasetSummary
  const crimes = { crime: 10, event: 0, fire: 0, repair: 0 }
  const groups = [{ id: 'klotter', typeId: 'klotter', label: '', kinds: crimes }]
  const two = { from: dayNumber(2023, 1, 1), to: dayNumber(2025, 1, 1) }

  it('leaves a kind that has no rows, lets go of types that nothing carries, keeps the rest', () => {
    const before = summary({ kinds: { ...crimes, repair: 5 }, groups, span: two })
    const after = summary({ kinds: crimes, groups, span: two })
    const chosen = { ...EMPTY_SELECTION, kind: 'repair' as const, types: ['klotter'] }
    expect(keptSelection(chosen, before, after)).toMatchObject({ kind: 'crime', types: [] })
    const types = ['klotter', 'rån']
    expect(keptSelection({ ...EMPTY_SELECTION, types }, before, after).types).toEqual(['klotter'])
  })

  it('lets the last twelve months follow, and lifts a period outside the data', () => {
    const before = summary({ kinds: crimes, span: two })
    const after = summary({ kinds: crimes, span: { ...two, to: dayNumber(2025, 2, 1) } })
    const last = { from: dayNumber(2024, 1, 1), to: dayNumber(2025, 1, 1) }
    expect(keptSelection({ ...EMPTY_SELECTION, period: last }, before, after).period).toEqual({
      from: dayNumber(2024, 2, 1),
      to: dayNumber(2025, 2, 1),
    })
    const own = { from: dayNumber(2023, 5, 1), to: dayNumber(2023, 6, 1) }
    expect(keptSelection({ ...EMPTY_SELECTION, period: own }, before, after).period).toEqual(own)
    const gone = summary({ kinds: crimes, span: { ...two, from: dayNumber(2024, 1, 1) } })
    expect(keptSelection({ ...EMPTY_SELECTION, period: own }, before, gone).period).toBeNull()
  })
})
