/** Invented personal numbers with right check digits, in every writing that is in use. */
import fc from 'fast-check'

export function checkDigit(nine: string): string {
  let sum = 0
  for (let i = 0; i < 9; i++) {
    const value = Number(nine[i]) * (i % 2 === 0 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return String((10 - (sum % 10)) % 10)
}

/** Ten digits: date of birth (day + 60 for a samordningsnummer), serial number, check digit. */
export const tenDigits = fc
  .record({
    born: fc.date({
      min: new Date('1900-01-01T00:00Z'),
      max: new Date('2025-12-31T00:00Z'),
      noInvalidDate: true,
    }),
    coordination: fc.boolean(),
    serial: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ born, coordination, serial }) => {
    const [year, month, day] = born.toISOString().slice(0, 10).split('-')
    const days = String(Number(day) + (coordination ? 60 : 0)).padStart(2, '0')
    const nine = `${year.slice(2)}${month}${days}${String(serial).padStart(3, '0')}`
    return { century: year.slice(0, 2), ten: nine + checkDigit(nine) }
  })

export const WRITINGS: readonly ((century: string, ten: string) => string)[] = [
  (_, ten) => ten,
  (_, ten) => `${ten.slice(0, 6)}-${ten.slice(6)}`,
  (_, ten) => `${ten.slice(0, 6)}+${ten.slice(6)}`,
  (_, ten) => `${ten.slice(0, 6)} ${ten.slice(6)}`,
  (century, ten) => century + ten,
  (century, ten) => `${century}${ten.slice(0, 6)}-${ten.slice(6)}`,
  (century, ten) => `${century}${ten.slice(0, 6)}+${ten.slice(6)}`,
  (century, ten) => `${century}${ten.slice(0, 6)} ${ten.slice(6)}`,
  (century, ten) => `${century}${ten.slice(0, 6)} - ${ten.slice(6)}`,
  (century, ten) => `${century}${ten.slice(0, 6)}–${ten.slice(6)}`,
]

export const written = fc
  .tuple(tenDigits, fc.constantFrom(...WRITINGS))
  .map(([{ century, ten }, write]) => ({ ten, text: write(century, ten) }))
