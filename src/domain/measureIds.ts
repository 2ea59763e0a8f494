/**
 * An id that a person can read, made once from what the entry is first called; it stays whatever it is called later.
 * @param taken ids that are in use
 */
export function readableId(name: string, taken: Iterable<string>): string {
  const used = new Set(taken)
  const stem =
    name
      .normalize('NFD')
      .replace(/\p{Diacritic}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40)
      .replace(/-+$/, '') || 'utan-namn'
  if (!used.has(stem)) return stem
  let number = 2
  while (used.has(`${stem}-${number}`)) number++
  return `${stem}-${number}`
}
