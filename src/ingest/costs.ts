import { parseNumber } from './numbers.ts'

const CURRENCY = /^(?:sek|kr\.?)\s*|\s*(?:sek|kr\.?|kronor|:-|:–)$/gi

/**
 * An amount in SEK as people write it: `1 234,50 kr`, `1234:-`, `SEK 1,234.50`; NaN where the text is no amount.
 * Other currencies are none: what they would be in SEK is not known.
 */
export function parseCost(text: string, decimalComma: boolean): number {
  return parseNumber(text.trim().replace(CURRENCY, '').trim(), decimalComma)
}

/** Whether a text says that it is an amount in SEK. */
export function saysCurrency(text: string): boolean {
  return text.trim().search(CURRENCY) >= 0
}
