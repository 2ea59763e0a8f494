import { IngestError } from './errors.ts'
import type { Mapping } from './mapping.ts'
import { preview, type Preview } from './preview.ts'
import { personFile } from './privacy/personFile.ts'
import { proposeMapping } from './proposeMapping.ts'
import { sniff } from './sniff.ts'
import type { SniffChoices, SourceDescription, SourceFile } from './source.ts'

/** A file as it would be read. */
export interface Look {
  description: SourceDescription
  /** What its columns are likely to mean; may name neither a time nor a place, for a person to say. */
  mapping: Mapping
  preview: Preview
}

/**
 * Looks at a file: what it is, what its columns mean, and what becomes of its first rows. `choices` overrule what is found.
 * @throws IngestError where the file cannot be read at all, or is one of persons
 */
export async function look(file: SourceFile, choices: SniffChoices = {}): Promise<Look> {
  const description = await sniff(file, choices)
  const mapping = proposeMapping(description)
  const persons = personFile(description, mapping, description.privacy ?? [])
  if (persons) throw new IngestError('personFile', persons)
  return { description, mapping, preview: preview(description, mapping) }
}
