import { detectFormat } from './detectFormat.ts'
import { IngestError } from './errors.ts'
import { formatOf } from './formats.ts'
import { proposeMapping } from './proposeMapping.ts'
import type { SniffChoices, SourceDescription, SourceFile } from './source.ts'

/**
 * What a file is and how it is written, from its content. `choices` overrule what is found.
 * @throws IngestError where the file cannot be used at all
 */
export async function sniff(file: SourceFile, choices: SniffChoices = {}): Promise<SourceDescription> {
  const description = await formatOf(await detectFormat(file)).describe(file, choices)
  const { from, position } = proposeMapping(description)
  if (!from && !position) throw new IngestError('noDateOrPosition', { columns: description.columns })
  return description
}
