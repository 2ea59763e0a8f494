import { centre, CENTRE_ANGLE, type Point } from '../frame.ts'

export type Pattern = 'perimeter' | 'slab' | 'terrace' | 'villa' | 'industry' | 'hall'

/** Named line of a grid: `ns` runs about north, `ew` about east; the generated line nearest `through` bears the name. */
export interface NamedLine {
  axis: 'ns' | 'ew'
  through: Point
  name: string
}

export interface District {
  id: string
  name: string
  outline: Point[]
  /** Degrees that the grid leans anticlockwise. */
  angle: number
  /** Positions of the lines along the grid in metres, or the range from which block sizes are drawn. */
  across: readonly number[] | readonly [number, number]
  along: readonly number[] | readonly [number, number]
  /** Width of minor streets in metres. */
  street: number
  patterns: Partial<Record<Pattern, number>>
  /** Probability that a block is joined with its neighbour. */
  merge: number
  /** Largest lean of a single line against the grid. */
  skew: number
  named: NamedLine[]
}

const A = centre

const through = (axis: 'ns' | 'ew', at: number, name: string): NamedLine => ({
  axis,
  through: axis === 'ns' ? A(at, 200) : A(200, at),
  name,
})

export const districts: District[] = [
  {
    id: 'centrum', name: 'Centrum', angle: CENTRE_ANGLE, street: 13, merge: 0.1, skew: 0,
    outline: [A(-284, 628), A(-284, -440), [-281, -546], [-125, -416], [57, -338], [317, -302], [577, -208], [759, -52], [858, 110], [880, 330], A(650, 395), A(650, 628)],
    across: [-284, -213, -142, -68, 5, 86, 145, 205, 290, 372, 480, 565, 650, 730, 800],
    along: [-480, -400, -330, -262, -190, -122, -55, 22, 95, 155, 215, 290, 362, 430, 500, 565, 628],
    patterns: { perimeter: 8, slab: 1, hall: 1 },
    named: [
      through('ns', -213, 'Sturegatan'), through('ns', -142, 'Kyrkogatan'), through('ns', -68, 'Prästgatan'),
      through('ns', 5, 'Bussgatan'), through('ns', 86, 'Torggatan'), through('ns', 145, 'Smedjegatan'),
      through('ns', 205, 'Drottninggatan'), through('ns', 290, 'Nygatan'), through('ns', 372, 'Slottsgatan'),
      through('ns', 480, 'Österleden'), through('ns', 565, 'Trädgårdsgatan'), through('ns', 650, 'Åpromenaden'),
      through('ew', -262, 'Ågatan'), through('ew', -190, 'Bryggargatan'), through('ew', -122, 'Garvargatan'),
      through('ew', -55, 'Södra Torggatan'), through('ew', 22, 'Norra Torggatan'), through('ew', 95, 'Skräddargatan'),
      through('ew', 155, 'Vävargatan'), through('ew', 215, 'Kungsgatan'), through('ew', 290, 'Rådhusgatan'),
      through('ew', 362, 'Stora Torggatan'), through('ew', 430, 'Klostergatan'), through('ew', 500, 'Fabriksgatan'),
      through('ew', 565, 'Stationsstråket'),
    ],
  },
  {
    id: 'vaster', name: 'Väster', angle: -7, street: 13, merge: 0.12, skew: 0.03,
    outline: [A(-284, 628), A(-284, -330), [-520, -385], [-870, -365], [-1152, -330], [-1152, 655], [-740, 640]],
    across: [74, 96], along: [62, 80],
    patterns: { perimeter: 5, slab: 3, terrace: 2 },
    named: [
      { axis: 'ew', through: [-765, 463], name: 'Björkgatan' }, { axis: 'ew', through: [-786, 103], name: 'Skolgatan' },
      { axis: 'ns', through: [-515, -113], name: 'Vasagatan' }, { axis: 'ew', through: [-581, -230], name: 'Linnégatan' },
      { axis: 'ew', through: [-700, 290], name: 'Fritidsgatan' }, { axis: 'ns', through: [-780, 200], name: 'Bergsgatan' },
    ],
  },
  {
    id: 'hamnen', name: 'Hamnen', angle: -11, street: 16, merge: 0.4, skew: 0.02,
    outline: [A(-284, -330), A(-284, -440), [-281, -546], [-420, -690], [-500, -668], [-610, -672], [-700, -684], [-853, -618], [-931, -560], [-1165, -500], [-1152, -330], [-870, -365], [-520, -385]],
    across: [80, 110], along: [66, 90],
    patterns: { industry: 5, perimeter: 2, hall: 2 },
    named: [{ axis: 'ew', through: [-650, -470], name: 'Magasinsgatan' }, { axis: 'ns', through: [-465, -500], name: 'Hamngatan' }, { axis: 'ew', through: [-640, -590], name: 'Kajgatan' }],
  },
  {
    id: 'k', name: 'Ängsbacken', angle: 11, street: 13, merge: 0.3, skew: 0.05,
    outline: [[-1152, -330], [-1152, 235], [-1700, 300], [-2250, 330], [-2250, -300], [-1700, -345]],
    across: [95, 130], along: [80, 105],
    patterns: { slab: 8, terrace: 2, hall: 1 },
    named: [{ axis: 'ew', through: [-1480, -110], name: 'Lammgatan' }, { axis: 'ns', through: [-1500, 0], name: 'Mejerigatan' }],
  },
  {
    id: 'lillangen', name: 'Lillängen', angle: -4, street: 11, merge: 0.12, skew: 0.05,
    outline: [[-1152, 235], [-1152, 655], [-1900, 685], [-2330, 700], [-2250, 330], [-1700, 300]],
    across: [90, 125], along: [62, 78],
    patterns: { villa: 8, terrace: 3 },
    named: [{ axis: 'ew', through: [-1600, 470], name: 'Lillängsvägen' }],
  },
  {
    id: 'norrbyvast', name: 'Norrby äng', angle: -12, street: 11, merge: 0.14, skew: 0.06,
    outline: [[-2200, 850], [-1600, 800], [-1113, 766], [-450, 750], [-450, 1600], [-700, 1760], [-1250, 1720], [-1850, 1520], [-2180, 1220]],
    across: [95, 130], along: [62, 80],
    patterns: { villa: 7, terrace: 3, slab: 1 },
    named: [{ axis: 'ew', through: [-800, 1000], name: 'Ängsgatan' }],
  },
  {
    id: 'norrby', name: 'Norrby', angle: 6, street: 13, merge: 0.18, skew: 0.03,
    outline: [[-450, 750], [0, 765], [343, 800], [700, 870], [1435, 1130], [1390, 1480], [1200, 1760], [800, 1860], [330, 1860], [-100, 1760], [-450, 1600]],
    across: [84, 112], along: [68, 88],
    patterns: { slab: 5, perimeter: 3, terrace: 3, hall: 1 },
    named: [{ axis: 'ew', through: [600, 1050], name: 'Norrbygatan' }, { axis: 'ns', through: [0, 1000], name: 'Idrottsgatan' }, { axis: 'ew', through: [300, 900], name: 'Bangatan' }],
  },
  {
    id: 'norrbyost', name: 'Östra Norrby', angle: 22, street: 11, merge: 0.1, skew: 0.06,
    outline: [[1435, 1130], [1800, 1310], [2200, 1510], [2380, 1760], [2000, 1900], [1500, 1860], [1200, 1760], [1390, 1480]],
    across: [95, 125], along: [62, 78],
    patterns: { villa: 8, terrace: 2 },
    named: [{ axis: 'ew', through: [1800, 1600], name: 'Utsiktsvägen' }],
  },
  {
    id: 'ringen', name: 'Ringen', angle: 19, street: 12, merge: 0.14, skew: 0.04,
    outline: [A(650, 628), A(650, 395), [880, 330], [925, 250], [1097, 384], [1357, 546], [1695, 689], [1893, 754], [2060, 900], [2060, 1080], [2200, 1380], [1800, 1180], [1435, 1010], [1000, 850], [680, 745]],
    across: [84, 110], along: [66, 86],
    patterns: { terrace: 4, perimeter: 3, slab: 3, villa: 2 },
    named: [{ axis: 'ew', through: [1150, 560], name: 'Åbrinken' }],
  },
  {
    id: 'soder', name: 'Söder', angle: 15, street: 13, merge: 0.15, skew: 0.04,
    outline: [[-420, -690], [-281, -546], [-125, -416], [57, -338], [317, -302], [577, -208], [620, -262], [700, -420], [830, -700], [905, -985], [600, -955], [430, -930], [187, -908], [-60, -892], [-240, -858], [-335, -790]],
    across: [76, 104], along: [64, 84],
    patterns: { perimeter: 4, slab: 4, terrace: 2 },
    named: [{ axis: 'ns', through: [330, -744], name: 'Lindvägen' }, { axis: 'ew', through: [60, -700], name: 'Mjölnargatan' }],
  },
  {
    id: 'ostrastrand', name: 'Östra Strand', angle: -9, street: 12, merge: 0.18, skew: 0.04,
    outline: [[577, -208], [759, -52], [858, 110], [925, 250], [1097, 384], [1357, 546], [1695, 689], [2080, 800], [2380, 620], [2400, 200], [2300, -250], [1500, -330], [1080, -378], [700, -420], [620, -262]],
    across: [88, 120], along: [64, 82],
    patterns: { terrace: 5, slab: 3, villa: 3, perimeter: 1 },
    named: [{ axis: 'ew', through: [984, -174], name: 'Solvägen' }, { axis: 'ns', through: [1250, 100], name: 'Östra Strandgatan' }, { axis: 'ew', through: [1500, 200], name: 'Havrevägen' }],
  },
  {
    id: 'sodraangen', name: 'Södra ängen', angle: 7, street: 11, merge: 0.12, skew: 0.06,
    outline: [[700, -420], [1080, -378], [1500, -330], [2300, -250], [2330, -600], [2250, -900], [1850, -1120], [1400, -1200], [1110, -1220], [905, -985], [830, -700]],
    across: [95, 128], along: [62, 80],
    patterns: { villa: 7, terrace: 3, industry: 0.4 },
    named: [{ axis: 'ew', through: [1500, -700], name: 'Ängslyckevägen' }],
  },
]
