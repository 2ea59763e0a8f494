import { detectFormat } from './detectFormat.ts'
import { formatOf } from './formats.ts'
import { inspectPrivacy } from './privacy/inspect.ts'
import type { SniffChoices, SourceDescription, SourceFile } from './source.ts'

/**
 * What a file is and how it is written, from its content. `choices` overrule what is found.
 * @throws IngestError where the file cannot be read at all
 */
export async function sniff(file: SourceFile, choices: SniffChoices = {}): Promise<SourceDescription> {
  const description = await formatOf(await detectFormat(file)).describe(file, choices)
  return { ...description, privacy: inspectPrivacy(description) }
}
