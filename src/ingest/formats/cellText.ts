/** A property's value as the text of a cell; '' where there is none. Lists and objects are written as JSON. */
export function cellText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
      return Number.isFinite(value) ? String(value) : ''
    case 'boolean':
    case 'bigint':
      return String(value)
    case 'object':
      if (value === null || value instanceof Uint8Array) return ''
      if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
      return JSON.stringify(value)
    default:
      return ''
  }
}
