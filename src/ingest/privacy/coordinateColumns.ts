import { foldLabel } from '../../domain/taxonomy.ts'
import { positionColumns, type Mapping } from '../mapping.ts'
import { isMissing, parseNumber } from '../numbers.ts'
import type { SourceDescription } from '../source.ts'

const NAMED =
  /(^| )(n|e|x|y|nord|ost|north|east|northing|easting|lat|lon|lng|long|latitud|latitude|longitud|longitude|koordinat|koordinater|coordinates|wkt|geom|geometry|position|sweref|rt90)( |$|\d)|koord|sweref|rt90|wgs84/
const PAIR = /^(?:[A-Z]+ ?\(|-?\d+[.,]\d{3,}°?\s*[,; ]\s*-?\d+[.,]\d{3,})/

/**
 * The columns that hold coordinates, mapped or not: where positions are coarsened, none of them may be stored. A column counts that is
 * mapped, or is called after a coordinate and holds numbers, or holds values that are coordinates in Sweden (degrees with three decimals
 * or more, metres of a northing) or both coordinates at once.
 */
export function coordinateColumns(description: SourceDescription, mapping: Mapping): number[] {
  const found = new Set(positionColumns(mapping.position))
  const rows = [...description.sample.map((row) => row.cells), ...description.probe]
  description.columns.forEach((name, column) => {
    const texts = rows.map((cells) => (cells[column] ?? '').trim()).filter((text) => !isMissing(text))
    if (texts.length > 0 && isCoordinates(foldLabel(name), texts, description.decimalComma)) found.add(column)
  })
  return [...found].sort((a, b) => a - b)
}

function isCoordinates(name: string, texts: readonly string[], decimalComma: boolean): boolean {
  const share = (holds: (text: string) => boolean) => texts.filter(holds).length / texts.length
  if (share((text) => PAIR.test(text)) >= 0.5) return true
  const numbers = texts.map((text) => parseNumber(text, decimalComma))
  const within = (low: number, high: number) =>
    numbers.filter((value) => value >= low && value <= high).length >= 0.5 * texts.length
  if (NAMED.test(name)) return share((text) => /\d/.test(text)) >= 0.5
  const fine = share((text) => /[.,]\d{3,}$/.test(text)) >= 0.5
  return within(6_100_000, 7_700_000) || (fine && (within(55, 69.5) || within(10.5, 24.5)))
}
