import { IngestError } from './errors.ts'
import { formatOf } from './formats.ts'
import { inspectPrivacy } from './privacy/inspect.ts'
import type { SniffChoices, SourceDescription, SourceFile } from './source.ts'
import { unwrap } from './unwrap.ts'

/** Every column is held as text beside the incidents, and every pair of columns is tried as a place. */
const MOST_COLUMNS = 1_000

/**
 * What a file is and how it is written, from its content. `choices` overrule what is found.
 * @throws IngestError where the file cannot be read at all
 */
export async function sniff(file: SourceFile, choices: SniffChoices = {}): Promise<SourceDescription> {
  const inner = await unwrap(file)
  const described = await formatOf(inner.format).describe(inner.file, choices)
  const packed = inner.containers.length > 0
  const description = packed
    ? { ...described, name: file.name, bytes: file.size, containers: inner.containers }
    : described
  if (description.columns.length > MOST_COLUMNS)
    throw new IngestError('tooManyColumns', { most: MOST_COLUMNS })
  return { ...description, privacy: inspectPrivacy(description) }
}
