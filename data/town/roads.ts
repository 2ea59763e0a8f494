import { centre, type Point } from '../frame.ts'

/** Main roads and bridges, in local metres. The grids' own streets are laid in `streets.ts`. */

export interface Road {
  /** '' for footpaths. */
  name: string
  class: 'major' | 'minor' | 'bridge' | 'path'
  /** In metres. */
  width: number
  line: Point[]
}

const norraLeden: Point[] = [
  [-1152, 660],
  [-1170, 790],
  [-1180, 1150],
  [-1290, 1700],
  [-1500, 2300],
  [-1480, 3240],
]

export const mainRoads: Road[] = [
  { name: 'Esplanaden', class: 'major', width: 24, line: [centre(-284, -440), centre(-284, 628)] },
  { name: 'Österleden', class: 'major', width: 22, line: [centre(480, 640), centre(480, -180), [560, -175]] },
  { name: 'Järnvägsgatan', class: 'major', width: 20, line: [centre(-284, 628), centre(650, 628)] },
  {
    name: 'Västra leden',
    class: 'major',
    width: 24,
    line: [
      [-1150, -452],
      [-1152, -330],
      [-1152, 660],
    ],
  },
  { name: 'Norra leden', class: 'major', width: 22, line: norraLeden },
  {
    name: 'Stationsgatan',
    class: 'major',
    width: 18,
    line: [centre(-284, 628), [-740, 640], [-1152, 655], [-2330, 700], [-3300, 1080], [-4360, 1010]],
  },
  {
    name: 'Hamnvägen',
    class: 'major',
    width: 18,
    line: [centre(-284, -330), [-520, -385], [-870, -365], [-1152, -330], [-1700, -345], [-2250, -300]],
  },
  {
    name: 'Kustvägen',
    class: 'major',
    width: 16,
    line: [
      [-2250, -300],
      [-2750, -430],
      [-3250, -700],
      [-3600, -1300],
      [-3560, -1900],
      [-3780, -2150],
    ],
  },
  {
    name: 'Ringvägen',
    class: 'major',
    width: 20,
    line: [
      centre(650, 628),
      [900, 700],
      [1180, 760],
      [1420, 800],
      [1650, 850],
      [2060, 1080],
      [2600, 1420],
      [3100, 1640],
      [3700, 1680],
      [4640, 1560],
    ],
  },
  {
    name: 'Norrbyvägen',
    class: 'major',
    width: 20,
    line: [
      [-450, 1240],
      [60, 1262],
      [560, 1310],
      [1060, 1420],
      [1420, 1480],
      [2250, 1660],
    ],
  },
  {
    name: 'Norrbyvägen',
    class: 'major',
    width: 20,
    line: [
      [-1180, 1180],
      [-800, 1225],
      [-450, 1240],
    ],
  },
  {
    name: 'Norra infarten',
    class: 'major',
    width: 20,
    line: [centre(205, 628), [190, 800], [240, 1280], [330, 1800], [420, 2500], [620, 3500]],
  },
  {
    name: 'Södra vägen',
    class: 'major',
    width: 22,
    line: [
      [620, -262],
      [700, -420],
      [1080, -378],
      [1500, -330],
      [2300, -250],
      [3000, -330],
      [3700, -180],
      [4600, -250],
    ],
  },
  {
    name: 'Strandvägen',
    class: 'major',
    width: 18,
    line: [
      [700, -420],
      [830, -700],
      [905, -985],
      [1110, -1220],
      [1490, -1440],
      [1800, -1950],
      [2300, -2350],
      [2900, -2500],
    ],
  },
  {
    name: 'Östra vägen',
    class: 'major',
    width: 18,
    line: [
      [560, -175],
      [735, -130],
      [905, 30],
      [1010, 215],
      [1190, 300],
      [1440, 420],
      [1790, 560],
      [2150, 740],
    ],
  },
  {
    name: 'Östra vägen',
    class: 'minor',
    width: 14,
    line: [
      [2150, 740],
      [2700, 900],
      [3080, 760],
      [3900, 660],
      [4640, 560],
    ],
  },
  {
    name: 'Kvarngatan',
    class: 'major',
    width: 18,
    line: [centre(205, -395), [120, -520], [-90, -570], [-290, -640]],
  },
  { name: 'Kvarngatan', class: 'major', width: 18, line: [centre(205, -395), [420, -415], [700, -420]] },
  {
    name: 'Skogsvägen',
    class: 'minor',
    width: 12,
    line: [
      [-2330, 700],
      [-2500, 1300],
      [-2450, 2000],
      [-2650, 2800],
    ],
  },
  {
    name: 'Åkervägen',
    class: 'minor',
    width: 12,
    line: [
      [-2250, 300],
      [-2900, 250],
      [-3600, 120],
      [-4250, 250],
    ],
  },
  {
    name: 'Bylundavägen',
    class: 'minor',
    width: 12,
    line: [
      [2300, 1800],
      [2420, 2400],
      [2300, 2960],
    ],
  },
  {
    name: 'Lillskogsvägen',
    class: 'minor',
    width: 12,
    line: [
      [2300, -900],
      [2800, -1150],
      [3400, -1200],
      [3950, -1000],
    ],
  },
  {
    name: 'Ängsvägen',
    class: 'minor',
    width: 12,
    line: [
      [1500, -1150],
      [2000, -1250],
      [2550, -1650],
      [3050, -2200],
    ],
  },
]

/** Streets over water or rails: drawn above water. */
export const bridges: Road[] = [
  { name: 'Drottningbron', class: 'bridge', width: 17, line: [centre(205, -225), centre(205, -400)] },
  {
    name: 'Österbron',
    class: 'bridge',
    width: 20,
    line: [
      [560, -175],
      [590, -215],
      [625, -272],
    ],
  },
  { name: 'Hamnbron', class: 'bridge', width: 15, line: [centre(-284, -440), [-305, -500], [-240, -640]] },
  {
    name: 'Strandbron',
    class: 'bridge',
    width: 16,
    line: [
      [872, 330],
      [1010, 215],
    ],
  },
  {
    name: 'Ringbron',
    class: 'bridge',
    width: 14,
    line: [
      [1650, 850],
      [1725, 690],
      [1790, 560],
    ],
  },
  { name: 'Norra viadukten', class: 'bridge', width: 18, line: [centre(205, 628), [190, 800]] },
  {
    name: 'Västra viadukten',
    class: 'bridge',
    width: 18,
    line: [
      [-1152, 640],
      [-1170, 790],
    ],
  },
]
