import { centre, type Point } from '../frame.ts'

/** Parks, woods and open squares, in local metres. */

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

const row = (x0: number, y0: number, x1: number, y1: number): Point[] => [
  centre(x0, y0),
  centre(x1, y0),
  centre(x1, y1),
  centre(x0, y1),
]

/** Buildings of their own: the station with its wings, the goods shed, the bus shelters. */
export const landmarks: Point[][] = [
  row(22, 652, 98, 666),
  row(-8, 654, 16, 663),
  row(104, 654, 128, 663),
  row(-190, 648, -92, 662),
  row(16, -38, 44, -34),
  row(48, -20, 76, -16),
  row(16, -2, 44, 2),
]
