/** A value that a statement binds. NaN and infinities cannot be bound: they have no JSON form. */
export type SqlValue = string | number | boolean | null

/** A piece of SQL with one `?` per bound value, in order. Pieces nest; values never become text. */
export class Sql {
  constructor(
    readonly text: string,
    readonly params: readonly SqlValue[] = [],
  ) {}
}

/** Builds SQL from a template: nested {@link Sql} is put in place, everything else is bound. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | SqlValue)[]): Sql {
  let text = strings[0]!
  const params: SqlValue[] = []
  parts.forEach((part, i) => {
    if (part instanceof Sql) {
      text += part.text
      params.push(...part.params)
    } else {
      text += '?'
      params.push(part)
    }
    text += strings[i + 1]!
  })
  return new Sql(text, params)
}

/** A quoted identifier; any character may stand in it. */
export function ident(name: string): Sql {
  return new Sql(`"${name.replaceAll('"', '""')}"`)
}

export function join(parts: readonly Sql[], separator: string): Sql {
  return new Sql(
    parts.map((part) => part.text).join(separator),
    parts.flatMap((part) => part.params),
  )
}

/** Integer types of DuckDB that lists of indices are cast to. */
export type IndexType = 'UTINYINT' | 'USMALLINT' | 'UINTEGER'

/** `expression IN (numbers)` with the whole list as one bound text; an empty list holds nothing. */
export function inIndices(expression: Sql, numbers: ArrayLike<number>, type: IndexType): Sql {
  if (numbers.length === 0) return new Sql('false')
  return sql`${expression} IN (${unnestIndices(numbers, type)})`
}

/** A query with one column of the numbers, bound as one text. */
export function unnestIndices(numbers: ArrayLike<number>, type: IndexType): Sql {
  return sql`SELECT unnest(string_split(${Array.from(numbers).join(',')}, ',')::${new Sql(type)}[])`
}
