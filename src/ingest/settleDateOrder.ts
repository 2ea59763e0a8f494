import { parseDateTime, type DateOrder } from './dates.ts'
import type { Mapping, TimeSource } from './mapping.ts'
import type { RowChunk } from './source.ts'

/** The two orders that a date without its year in front can be mistaken between. */
const RIVALS: readonly DateOrder[] = ['dmy', 'mdy']
const scratch = { day: 0, msOfDay: 0, offsetMs: 0 }

/** Whether day and month could change places in all that was sampled, so that the rest of the file must say. */
export function orderIsOpen({ from, to }: Pick<Mapping, 'from' | 'to'>): boolean {
  return [from, to].some(isOpen)
}

/**
 * Reads on until a date says whether day or month stands first, and gives the mapping with that order; the mapping itself where no
 * date does. A sample that leaves it open may end before the thirteenth of a month.
 */
export async function settleDateOrder(
  chunks: AsyncIterable<RowChunk>,
  mapping: Mapping,
  signal?: AbortSignal,
): Promise<Mapping> {
  const columns = [mapping.from, mapping.to].filter(isOpen).map(({ column }) => column)
  for await (const { rows } of chunks) {
    signal?.throwIfAborted()
    for (const cells of rows)
      for (const column of columns) {
        const order = decided((cells[column] ?? '').trim())
        if (order) return { ...mapping, from: settled(mapping.from, order), to: settled(mapping.to, order) }
      }
  }
  return mapping
}

function isOpen(source: TimeSource | null): source is TimeSource {
  return source !== null && source.ambiguous && RIVALS.includes(source.order)
}

/** The only order in which a text is a date; null where it is one in both or in neither. */
function decided(text: string): DateOrder | null {
  const fitting = RIVALS.filter((order) => parseDateTime(text, order, scratch))
  return fitting.length === 1 ? fitting[0]! : null
}

function settled(source: TimeSource | null, order: DateOrder): TimeSource | null {
  return isOpen(source) ? { ...source, order, ambiguous: false } : source
}
