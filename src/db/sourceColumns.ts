/**
 * Places of a file's columns among those that the table has already: by name without case, each place once. Names that the table
 * lacks get new places after its last.
 */
export function placeColumns(
  known: readonly string[],
  names: readonly string[],
): { places: number[]; added: string[] } {
  const free = new Map<string, number[]>()
  known.forEach((name, place) => {
    const key = name.toLowerCase()
    free.set(key, [...(free.get(key) ?? []), place])
  })
  const added: string[] = []
  const places = names.map(
    (name) => free.get(name.toLowerCase())?.shift() ?? known.length + added.push(name) - 1,
  )
  return { places, added }
}
