import { centre, type Point } from '../frame.ts'
import { smooth } from './shape.ts'

/** The plan of the town: main roads, railway, parks, squares and districts, in local metres. */

export interface Road {
  name: string
  class: 'major' | 'minor' | 'bridge' | 'path'
  /** In metres. */
  width: number
  line: Point[]
}

export const railway: Point[] = smooth(
  [
    [-4560, 700],
    [-3700, 820],
    [-2900, 800],
    [-1893, 754],
    [-1113, 706],
    [-333, 684],
    [0, 700],
    [343, 738],
    [707, 812],
    [1435, 1066],
    [2200, 1440],
    [3000, 1860],
    [3700, 2250],
    [4240, 2560],
  ],
  4,
)
export const secondTrack: Point[] = smooth(
  [
    [-560, 700],
    [-333, 698],
    [0, 714],
    [343, 752],
    [560, 790],
  ],
  4,
)

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

export interface Green {
  name: string
  ring: Point[]
}

export const parks: Green[] = [
  {
    name: 'Stadsparken',
    ring: [
      centre(-272, -200),
      centre(-150, -200),
      centre(-90, -130),
      centre(-68, -190),
      centre(-74, -300),
      [-60, -330],
      [-150, -395],
      [-252, -455],
    ],
  },
  {
    name: 'Österparken',
    ring: [
      centre(662, 300),
      centre(700, 392),
      [850, 352],
      [868, 300],
      [842, 210],
      [805, 110],
      [722, 0],
      centre(662, -40),
    ],
  },
  {
    name: 'Västerparken',
    ring: [
      [-1130, 330],
      [-1130, 480],
      [-900, 460],
      [-890, 300],
    ],
  },
  {
    name: 'Linnéparken',
    ring: [
      [-420, 60],
      [-310, 45],
      [-305, 190],
      [-425, 205],
    ],
  },
  {
    name: 'Kvarnparken',
    ring: [
      [345, -500],
      [520, -480],
      [560, -610],
      [575, -760],
      [420, -770],
      [390, -680],
    ],
  },
  {
    name: 'Norra kyrkogården',
    ring: [
      [1010, 960],
      [1250, 1050],
      [1230, 1330],
      [960, 1290],
    ],
  },
  {
    name: 'Norrby idrottsplats',
    ring: [
      [-420, 1270],
      [-150, 1280],
      [-160, 1520],
      [-430, 1500],
    ],
  },
  {
    name: 'Östra parken',
    ring: [
      [1560, -60],
      [2000, -20],
      [2010, -220],
      [1570, -280],
    ],
  },
  {
    name: 'Ängsparken',
    ring: [
      [-1720, 60],
      [-1480, 20],
      [-1460, 200],
      [-1600, 230],
      [-1720, 200],
    ],
  },
  {
    name: 'Badstranden',
    ring: [
      [-1900, -350],
      [-1500, -338],
      [-1500, -398],
      [-1890, -420],
    ],
  },
]

export const woods: Green[] = [
  {
    name: 'Norrskogen',
    ring: [
      [-900, 1980],
      [-400, 1900],
      [100, 2060],
      [240, 2400],
      [60, 2900],
      [-500, 3100],
      [-1050, 2900],
      [-1280, 2400],
    ],
  },
  {
    name: 'Västerskogen',
    ring: [
      [-4100, 1300],
      [-3500, 1250],
      [-2900, 1350],
      [-2700, 1900],
      [-3000, 2500],
      [-3600, 2500],
      [-4100, 1950],
    ],
  },
  {
    name: 'Österskogen',
    ring: [
      [2750, 100],
      [3300, 60],
      [3900, 180],
      [4300, 40],
      [4250, 480],
      [3700, 560],
      [3100, 640],
      [2700, 480],
    ],
  },
  {
    name: 'Söderskogen',
    ring: [
      [1600, -1560],
      [2000, -1480],
      [2350, -1750],
      [2500, -2050],
      [2150, -2250],
      [1850, -1850],
    ],
  },
  {
    name: 'Uddskogen',
    ring: [
      [-4100, -500],
      [-3600, -560],
      [-3420, -950],
      [-3750, -1500],
      [-4000, -1350],
      [-4200, -900],
    ],
  },
  {
    name: 'Storskogen',
    ring: [
      [900, 2100],
      [1500, 2000],
      [2050, 2150],
      [2200, 2700],
      [1700, 3100],
      [1100, 3050],
      [780, 2600],
    ],
  },
  {
    name: 'Holmskogen',
    ring: [
      [2750, -620],
      [3300, -560],
      [3900, -500],
      [4150, -800],
      [3700, -960],
      [3100, -1000],
      [2760, -850],
    ],
  },
  {
    name: 'Sjöskogen',
    ring: [
      [2500, 1700],
      [2950, 1960],
      [3500, 2290],
      [3450, 2700],
      [2900, 2850],
      [2560, 2450],
    ],
  },
  {
    name: 'Vretskogen',
    ring: [
      [-3900, 300],
      [-3400, 230],
      [-2950, 330],
      [-2600, 600],
      [-3000, 700],
      [-3700, 650],
    ],
  },
]

/** Open squares: no block stands on them. */
export const squares: Green[] = [
  { name: 'Busstorget', ring: [centre(5, -55), centre(86, -55), centre(86, 22), centre(5, 22)] },
  { name: 'Stationsplan', ring: [centre(5, 565), centre(120, 565), centre(120, 628), centre(5, 628)] },
  { name: 'Stora torget', ring: [centre(290, 362), centre(372, 362), centre(372, 430), centre(290, 430)] },
  {
    name: 'Hamnplan',
    ring: [
      [-510, -478],
      [-425, -486],
      [-419, -412],
      [-503, -400],
    ],
  },
  {
    name: 'Kvarntorget',
    ring: [
      [178, -676],
      [252, -690],
      [266, -622],
      [192, -606],
    ],
  },
  {
    name: 'Norrby torg',
    ring: [
      [560, 1010],
      [650, 1022],
      [640, 1092],
      [552, 1080],
    ],
  },
  {
    name: 'Parkering N',
    ring: [
      [-705, -178],
      [-588, -194],
      [-575, -84],
      [-692, -68],
    ],
  },
]
