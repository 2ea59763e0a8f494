import { decodeList, decodeText } from '../../domain/preventionFile/cellCodec.ts'
import type { Field, FieldValue } from '../../domain/preventionFile/tables.ts'
import { idOfWord, YES_NO } from '../../domain/preventionFile/vocabularies.ts'
import { parseClock } from '../dates.ts'
import { parseNumber } from '../numbers.ts'
import { isoDateOf } from './isoDate.ts'

/** A text that is no value of its field's kind. */
export const UNREADABLE = Symbol('unreadable')
export type ReadValue = FieldValue | undefined | typeof UNREADABLE

/** The value of a cell of a table that this product wrote; undefined where it is empty. */
export function cellValue(field: Field, cell: string): ReadValue {
  if (field.kind === 'list') return decodeList(cell)
  if (cell === '') return undefined
  if (field.kind === 'text') return decodeText(cell)
  return scalarOf(field, cell)
}

/** The value of a property of a feature; undefined where it is missing. Other programs turn lists into JSON texts. */
export function jsonValue(field: Field, value: unknown): ReadValue {
  if (field.kind === 'list') {
    const list: unknown = typeof value === 'string' && value !== '' ? parsed(value) : value
    if (Array.isArray(list)) return list.filter((item) => typeof item === 'string')
    return list === undefined || list === null || list === '' ? [] : UNREADABLE
  }
  if (value === undefined || value === null) return undefined
  if (typeof value === 'object') return UNREADABLE
  if (field.kind === 'text') return String(value)
  if (typeof value === 'number' && (field.kind === 'number' || field.kind === 'count'))
    return Number.isFinite(value) && (field.kind === 'number' || isCount(value)) ? value : UNREADABLE
  if (typeof value === 'boolean' && field.kind === 'flag') return value
  const text = String(value)
  return text === '' && field.need === 'optional' ? undefined : scalarOf(field, text)
}

function scalarOf(field: Field, cell: string): ReadValue {
  const text = cell.trim()
  switch (field.kind) {
    case 'word':
      return idOfWord(field.words!, text) ?? UNREADABLE
    case 'date':
      return isoDateOf(text) ?? UNREADABLE
    case 'month':
      return /^\d{4}-(0[1-9]|1[0-2])/.test(text) ? text.slice(0, 7) : UNREADABLE
    case 'clock':
      return clockText(text) ?? UNREADABLE
    case 'flag': {
      const word = idOfWord(YES_NO, text)
      return word === null ? UNREADABLE : word === 'true'
    }
    case 'number':
    case 'count': {
      const number = numberOf(text)
      return Number.isFinite(number) && (field.kind === 'number' || isCount(number)) ? number : UNREADABLE
    }
    default:
      return cell
  }
}

/** HH:MM of a text; null where it is no clock time, '' where there is none. */
export function clockText(text: string): string | null {
  if (text === '') return ''
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return text
  const ms = parseClock(text)
  if (Number.isNaN(ms)) return null
  const minutes = Math.floor(ms / 60_000) % (24 * 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Digits as JavaScript writes them first, whatever the decimal sign: no digit is lost. */
function numberOf(text: string): number {
  return /^-?\d+([.,]\d+)?(e[+-]?\d+)?$/i.test(text)
    ? Number(text.replace(',', '.'))
    : parseNumber(text, true)
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0
}

export function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}
