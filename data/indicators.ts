import type { AreaId } from './areas.ts'

/** Invented survey answers per kommundel: respondents and how many of them said so, in 2023 and 2025. */
interface Survey {
  id: string
  name: { sv: string; en: string }
  /** Whether a higher share is better. */
  better: 'higher' | 'lower'
  answers: Record<AreaId, { 2023: [yes: number, of: number]; 2025: [yes: number, of: number] }>
}

const surveys: Survey[] = [
  {
    id: 'otrygg-kvall',
    name: { sv: 'Otrygg utomhus sen kväll', en: 'Unsafe outdoors late in the evening' },
    better: 'lower',
    answers: {
      A: { 2023: [146, 412], 2025: [163, 405] },
      B: { 2023: [128, 388], 2025: [139, 379] },
      C: { 2023: [97, 431], 2025: [99, 426] },
    },
  },
  {
    id: 'avstatt-ga-ut',
    name: { sv: 'Har avstått från att gå ut', en: 'Has stayed in for fear' },
    better: 'lower',
    answers: {
      A: { 2023: [66, 412], 2025: [75, 405] },
      B: { 2023: [58, 388], 2025: [63, 379] },
      C: { 2023: [43, 431], 2025: [41, 426] },
    },
  },
  {
    id: 'oro-overfall',
    name: { sv: 'Orolig för överfall eller misshandel', en: 'Worried about assault' },
    better: 'lower',
    answers: {
      A: { 2023: [91, 412], 2025: [104, 405] },
      B: { 2023: [79, 388], 2025: [85, 379] },
      C: { 2023: [60, 431], 2025: [58, 426] },
    },
  },
  {
    id: 'oro-inbrott',
    name: { sv: 'Orolig för bostadsinbrott', en: 'Worried about burglary' },
    better: 'lower',
    answers: {
      A: { 2023: [74, 412], 2025: [69, 405] },
      B: { 2023: [85, 388], 2025: [78, 379] },
      C: { 2023: [121, 431], 2025: [111, 426] },
    },
  },
  {
    id: 'fortroende-polis',
    name: { sv: 'Stort förtroende för polisen', en: 'High trust in the police' },
    better: 'higher',
    answers: {
      A: { 2023: [197, 412], 2025: [202, 405] },
      B: { 2023: [190, 388], 2025: [188, 379] },
      C: { 2023: [237, 431], 2025: [239, 426] },
    },
  },
  {
    id: 'nedskrapning',
    name: { sv: 'Nedskräpning är ett problem här', en: 'Litter is a problem here' },
    better: 'lower',
    answers: {
      A: { 2023: [173, 412], 2025: [150, 405] },
      B: { 2023: [139, 388], 2025: [137, 379] },
      C: { 2023: [112, 431], 2025: [108, 426] },
    },
  },
]

const Z95 = 1.959963984540054
const thousandths = (value: number) => Math.round(value * 1000) / 1000

/** Wilson's interval for a share (Wilson 1927). */
function wilson(yes: number, of: number) {
  const share = yes / of
  const z2 = Z95 * Z95
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of)
  const half = (Z95 / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))
  return { value: thousandths(share), lower: thousandths(middle - half), upper: thousandths(middle + half) }
}

/** Shares with 95 % intervals per kommundel and year; never smoothed to streets. */
export const indicators = surveys.map(({ id, name, better, answers }) => ({
  id,
  name,
  better,
  unit: 'share',
  level: 0.95,
  source: {
    sv: 'Trygghetsmätning i Exempelköping (påhittad)',
    en: 'Safety survey of Exempelköping (invented)',
  },
  values: (Object.keys(answers) as AreaId[]).flatMap((area) =>
    ([2023, 2025] as const).map((year) => {
      const [yes, of] = answers[area][year]
      return { area, year, n: of, ...wilson(yes, of) }
    }),
  ),
}))
