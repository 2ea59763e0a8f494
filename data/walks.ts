import type { Decision, ObservationCategory, SafetyWalk, WalkObservation } from '../src/domain/safetyWalk.ts'
import { centre, lonLat, type Point } from './frame.ts'

/** Two walks from Busstorget to Parkering N: at dusk in April 2025, and the re-walk in the dark in November. */
const route: Point[] = [
  centre(45, -16),
  centre(5, -55),
  centre(-68, -55),
  centre(-68, -122),
  centre(-100, -165),
  centre(-150, -235),
  centre(-200, -262),
  centre(-284, -215),
  [-345, -262],
  [-420, -253],
  [-500, -241],
  [-560, -205],
  [-640, -131],
]

type Follow = Pick<WalkObservation, 'responsible' | 'decision' | 'due' | 'done' | 'confirmed'>

const approved: Decision = { kind: 'approved' }
const note = (
  id: string,
  at: Point,
  feels: 'safe' | 'unsafe',
  category: ObservationCategory,
  text: string,
  follow: Follow = {},
): WalkObservation => {
  const [lon, lat] = lonLat(at, 6)
  return { id, lon, lat, feels, category, text, ...follow }
}

const gata = 'Gatukontoret'
const park = 'Parkenheten'

const first: WalkObservation[] = [
  note(
    'v1-01',
    centre(30, -40),
    'unsafe',
    'unsafeGathering',
    'Många väntar på samma plats, berusade och barn blandat.',
    {
      responsible: 'Kollektivtrafiken',
      decision: approved,
      due: '2025-06-01',
      done: '2025-05-25',
      confirmed: true,
    },
  ),
  note('v1-02', centre(62, 8), 'unsafe', 'sightlines', 'Höga buskar bakom hållplats C.', {
    responsible: park,
    decision: approved,
    due: '2025-05-25',
    done: '2025-05-12',
    confirmed: true,
  }),
  note('v1-03', centre(20, 12), 'safe', 'lighting', 'Bra ljus vid kiosken, öppet till 23.'),
  note('v1-04', centre(80, -48), 'unsafe', 'maintenance', 'Krossat glas i väderskyddet.', {
    responsible: 'Kollektivtrafiken',
    decision: approved,
    due: '2025-04-30',
    done: '2025-04-22',
    confirmed: true,
  }),
  note('v1-05', centre(-30, -58), 'safe', 'other', 'Öppna fönster mot gatan, folk på uteserveringen.'),
  note('v1-06', centre(-68, -90), 'unsafe', 'lighting', 'Två lampor ur funktion på Prästgatan.', {
    responsible: gata,
    decision: approved,
    due: '2025-05-15',
    done: '2025-05-08',
    confirmed: true,
  }),
  note('v1-07', centre(-80, -135), 'unsafe', 'damage', 'Klotter på nätstationen.', {
    responsible: 'Elnätsbolaget',
    decision: approved,
    due: '2025-05-31',
    done: '2025-06-10',
    confirmed: false,
  }),
  note(
    'v1-08',
    centre(-105, -172),
    'unsafe',
    'lighting',
    'Mörkt vid parkens entré, långt mellan stolparna.',
    { responsible: gata, decision: approved, due: '2026-10-15' },
  ),
  note(
    'v1-09',
    centre(-150, -232),
    'unsafe',
    'desolation',
    'Ödsligt mitt i parken, ingen annan väg efter mörkrets inbrott.',
    {
      responsible: park,
      decision: {
        kind: 'refused',
        reason: 'Fler bänkar prövades 2022 och togs bort efter klagomål; gångvägen belyses i stället.',
      },
    },
  ),
  note('v1-10', centre(-200, -258), 'unsafe', 'upkeep', 'Överfull papperskorg och skräp i rabatten.', {
    responsible: park,
    decision: approved,
    due: '2025-04-30',
    done: '2025-04-14',
    confirmed: true,
  }),
  note(
    'v1-11',
    centre(-262, -226),
    'unsafe',
    'traffic',
    'Bilar svänger fort över gångpassagen vid Esplanaden.',
    { responsible: gata, decision: approved, due: '2025-10-31' },
  ),
  note('v1-12', [-345, -258], 'safe', 'lighting', 'Nya armaturer, jämnt och varmt ljus.'),
  note('v1-13', [-425, -250], 'unsafe', 'wayfinding', 'Ingen skylt till parkeringen eller torget.', {
    responsible: gata,
    decision: approved,
    due: '2025-09-30',
    done: '2025-09-12',
    confirmed: true,
  }),
  note('v1-14', [-505, -238], 'safe', 'upkeep', 'Välskötta gårdar, lekplats i bruk på kvällen.'),
  note('v1-15', [-580, -188], 'unsafe', 'sightlines', 'Häcken skymmer infarten till Parkering N.', {
    responsible: park,
    decision: approved,
    due: '2025-05-31',
    done: '2025-05-20',
    confirmed: true,
  }),
  note('v1-16', [-640, -128], 'unsafe', 'lighting', 'Mörk parkering, en lampa för åttio platser.', {
    responsible: gata,
    decision: approved,
    due: '2025-06-01',
    done: '2025-05-30',
    confirmed: true,
  }),
  note('v1-17', [-672, -96], 'unsafe', 'unsafeGathering', 'Försäljning ur en parkerad bil enligt boende.', {
    responsible: 'Polisen',
    decision: approved,
    due: '2025-06-30',
    done: '2025-06-28',
    confirmed: true,
  }),
]

const second: WalkObservation[] = [
  note('v2-01', centre(40, -20), 'safe', 'other', 'Lugnare vid hållplatserna, färre väntar samtidigt.'),
  note('v2-02', centre(60, 6), 'safe', 'sightlines', 'Buskarna borta, hela torget syns.'),
  note('v2-03', centre(-66, -96), 'safe', 'lighting', 'Lamporna på Prästgatan lyser.'),
  note('v2-04', centre(-82, -137), 'unsafe', 'damage', 'Nätstationen är klottrad igen.', {
    responsible: 'Elnätsbolaget',
    decision: approved,
    due: '2026-01-31',
    done: '2026-01-20',
  }),
  note('v2-05', centre(-108, -175), 'unsafe', 'lighting', 'Fortfarande mörkt vid parkens entré.', {
    responsible: gata,
    decision: approved,
    due: '2026-10-15',
  }),
  note('v2-06', centre(-150, -236), 'unsafe', 'desolation', 'Få går genom parken i mörker.', {
    responsible: park,
  }),
  note(
    'v2-07',
    centre(-268, -222),
    'unsafe',
    'traffic',
    'Farthindret vid Esplanaden saknas, datum har gått.',
    { responsible: gata, decision: approved, due: '2025-12-15', done: '2026-03-02' },
  ),
  note('v2-08', [-428, -252], 'safe', 'wayfinding', 'Skylten till torget är uppe.'),
  note('v2-09', [-582, -190], 'safe', 'sightlines', 'Häcken klippt, infarten syns från gatan.'),
  note('v2-10', [-640, -133], 'safe', 'lighting', 'Hela parkeringen är upplyst.'),
  note('v2-11', [-690, -85], 'unsafe', 'maintenance', 'En stolpe påkörd och lutar.', {
    responsible: gata,
    decision: approved,
    due: '2025-12-01',
    done: '2025-11-24',
  }),
]

export const walks: SafetyWalk[] = [
  {
    id: 'vandring-2025-04-09',
    title: 'Busstorget till Parkering N',
    date: '2025-04-09',
    startTime: '19:30',
    light: 'dusk',
    route: route.map((point) => lonLat(point, 6)),
    participants: { boende: 7, polis: 2, kommun: 4, bostadsbolag: 1, fältgrupp: 1 },
    organiser: 'Lokala brottsförebyggande rådet',
    observations: first,
  },
  {
    id: 'vandring-2025-11-12',
    title: 'Återvandring, Busstorget till Parkering N',
    date: '2025-11-12',
    startTime: '17:30',
    light: 'dark',
    route: route.map((point) => lonLat(point, 6)),
    participants: { boende: 5, polis: 1, kommun: 3, bostadsbolag: 1 },
    organiser: 'Lokala brottsförebyggande rådet',
    observations: second,
  },
]
