/**
 * The error for an argument outside its domain.
 * @param name of the argument, as its caller knows it
 * @param value as given
 * @param allowed what would have been accepted, in words
 */
export function invalid(name: string, value: unknown, allowed: string): RangeError {
  return new RangeError(`${name} is ${String(value)}; allowed: ${allowed}`)
}

/** @throws RangeError unless `value` is a finite number above zero. */
export function requirePositive(name: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value))) throw invalid(name, value, 'a finite number above 0')
}

/** @throws RangeError unless `value` is a finite number, zero or above. */
export function requireNonNegative(name: string, value: number): void {
  if (!(value >= 0 && Number.isFinite(value))) throw invalid(name, value, 'a finite number, 0 or above')
}

/** @throws RangeError unless `value` is a whole number, zero or above. */
export function requireCount(name: string, value: number): void {
  if (!(value >= 0 && Number.isSafeInteger(value))) throw invalid(name, value, 'a whole number, 0 or above')
}

/** @throws RangeError unless `level` is a probability strictly between 0 and 1. */
export function requireLevel(name: string, level: number): void {
  if (!(level > 0 && level < 1)) throw invalid(name, level, 'a fraction above 0 and below 1')
}

/** @throws RangeError unless two columns are equally long. */
export function requireSameLength(
  name: string,
  column: ArrayLike<unknown>,
  otherName: string,
  other: ArrayLike<unknown>,
): void {
  if (column.length !== other.length)
    throw invalid(`${name}.length`, column.length, `${other.length}, as ${otherName} has`)
}

/** @throws RangeError unless `value` is a whole number (what a random sequence may start from). */
export function requireSeed(name: string, value: number): void {
  if (!Number.isSafeInteger(value)) throw invalid(name, value, 'a whole number')
}

/** @throws RangeError unless every value of a column is a finite number; names the first that is not. */
export function requireFiniteValues(name: string, column: ArrayLike<number>): void {
  for (let i = 0; i < column.length; i++)
    if (!Number.isFinite(column[i])) throw invalid(`${name}[${i}]`, column[i], 'a finite number')
}
