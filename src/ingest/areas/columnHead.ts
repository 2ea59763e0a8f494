import { foldKey } from './areaKeys.ts'

/** What a column of a table gives of a figure. */
export type FigureRole = 'value' | 'low' | 'high' | 'margin' | 'interval' | 'n'

export interface ColumnHead {
  /** What the column is about, without year and role; as written. */
  base: string
  /** The year in the heading, the last of a span; null for none. */
  year: number | null
  role: FigureRole
}

const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/g
const LOW = new Set(['undre', 'nedre', 'lägre', 'lagre', 'lower', 'lcl', 'lo', 'kiunder', 'kinedre', 'kilåg'])
const HIGH = new Set(['övre', 'ovre', 'högre', 'upper', 'ucl', 'hi', 'kiöver', 'kiovre', 'kiövre', 'kihög'])
/** Words that part the bounds only beside a word of the interval: "Personer under 18 år" is no bound. */
const LOW_BESIDE = new Set(['under', 'low', 'min', 'låg', 'från', 'l'])
const HIGH_BESIDE = new Set(['över', 'over', 'high', 'max', 'hög', 'till', 'u'])
const INTERVAL =
  /^(ki|ci|ki95|ci95|95|konf|konfidens|konfidensintervall|konfidensgräns|intervall|interval|gräns|grans)$/
const MARGIN = /^(felmarginal|felmarginalen|moe|margin|marginal|osäkerhet|osäkerhetstal|±)$/
const N = /^(n|bas|svar|svarande|underlag|respondenter|antalsvar|obs|ovägd|ovägt|oviktad|oviktat)$/

/** Year, role and subject of a heading: "Andel otrygga 2023, ki_under" → otrygga, 2023, low. */
export function readHead(heading: string): ColumnHead {
  const years = [...heading.matchAll(YEAR)].map((match) => Number(match[1]))
  const base = tidy(heading.replace(YEAR, ' '))
  const words = foldKey(base).replace(/±|\+\/-/g, ' ± ').split(/[\s_.,:;/()[\]%-]+/).filter(Boolean) // prettier-ignore
  const beside = words.some((word) => INTERVAL.test(word))
  const role = roleOf(words, beside)
  return {
    base: role === 'value' ? base : baseWithout(base, role),
    year: years.length > 0 ? years[years.length - 1]! : null,
    role,
  }
}

function roleOf(words: readonly string[], beside: boolean): FigureRole {
  if (words.some((word) => LOW.has(word) || (beside && LOW_BESIDE.has(word)))) return 'low'
  if (words.some((word) => HIGH.has(word) || (beside && HIGH_BESIDE.has(word)))) return 'high'
  if (words.some((word) => MARGIN.test(word))) return 'margin'
  if (words.length > 0 && beside && words.every((word) => INTERVAL.test(word) || isNumber(word))) return 'interval' // prettier-ignore
  if (words.some((word) => word === 'konfidensintervall')) return 'interval'
  const [last] = words.slice(-1)
  if ((words.length === 1 && N.test(words[0]!)) || words[0] === 'n' || last === 'n') return 'n'
  if (words[0] === 'antal' && words.length === 2 && /^(svar|svarande|respondenter|intervjuer|observationer)$/.test(words[1]!)) return 'n' // prettier-ignore
  return 'value'
}

/** The heading without the words of its role; empty where nothing else is said. */
function baseWithout(base: string, role: FigureRole): string {
  const drop = (word: string) =>
    INTERVAL.test(word) ||
    MARGIN.test(word) ||
    isNumber(word) ||
    (role === 'low' && (LOW.has(word) || LOW_BESIDE.has(word))) ||
    (role === 'high' && (HIGH.has(word) || HIGH_BESIDE.has(word))) ||
    (role === 'n' && (N.test(word) || word === 'antal' || word === 'intervjuer' || word === 'observationer'))
  return base
    .replace(/±|\+\/-/g, ' ')
    .split(/[\s_.,:;/()[\]%-]+/)
    .filter((word) => word !== '' && !drop(foldKey(word)))
    .join(' ')
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(word)
}

/** Without what a taken year leaves behind: "Folkmängd (31 dec )" keeps its words, "Andel, " loses the comma. */
function tidy(text: string): string {
  return text
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:_/–-]+|[\s,;:_/–-]+$/g, '')
}
