import type { locale } from '../../i18n/locale.svelte.ts'
import type { SourceDescription } from '../../ingest/index.ts'

/** What a file is, with what it was packed in: "GeoPackage", "CSV i gzip". */
export function formatName(
  { format, containers = [] }: Pick<SourceDescription, 'format' | 'containers'>,
  { fileFormats }: (typeof locale)['texts'],
): string {
  const { names, shortNames, inside } = fileFormats
  if (containers.length === 0) return names[format]
  return containers.reduceRight((name, container) => inside(name, names[container]), shortNames[format])
}
