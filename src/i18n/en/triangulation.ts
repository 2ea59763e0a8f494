import type { Catalogue } from '../sv.ts'

const places = (n: number, many: string, one: string) => (n === 1 ? one : many)

export const triangulation: Catalogue['triangulation'] = {
  title: 'Felt and reported',
  card: 'Place by place',
  back: 'Safety walks',
  intro:
    'What people said on walks, what is reported at the same place in the same light, and what is done there.',
  noWalks: 'There is no safety walk to hold against the crimes. Enter or open a walk under Walks.',
  noPlaces: 'No crimes with a place are loaded: there is nothing to hold the walks against.',
  computing: 'Comparing walks, crimes and measures',
  stopped: 'The comparison was stopped.',
  again: 'Compare again',
  failed: 'The comparison could not be computed.',
  sentence: (f, p) =>
    [
      p.unsafe + p.unjudged === 0 ? 'No place felt unsafe.' : '',
      p.unsafe > 0
        ? `${f.integer(p.much)} of ${f.integer(p.unsafe)} unsafe ${places(p.unsafe, 'points', 'point')} ${places(p.much, 'are', 'is')} where much crime is reported.`
        : '',
      p.unjudged > 0
        ? `${f.integer(p.unjudged)} unsafe ${places(p.unjudged, 'points', 'point')} cannot be judged.`
        : '',
      p.dense === null
        ? 'The crimes are too few to say where there is much.'
        : p.dense === 0
          ? 'No place has much crime.'
          : p.unmentioned === 0
            ? 'Every place with much crime has been mentioned.'
            : `Nobody has mentioned ${f.integer(p.unmentioned)} ${places(p.unmentioned, 'places', 'place')} with much crime.`,
      p.undecided > 0
        ? `${f.integer(p.undecided)} ${places(p.undecided, 'unsafe points lack', 'unsafe point lacks')} a decision.`
        : '',
    ]
      .filter(Boolean)
      .join(' '),
  settings: {
    title: 'What is held against what',
    types: 'Crimes that count',
    distance: 'The same place within',
    matchLight: 'Only crimes in the walk’s light',
  },
  types: {
    outdoor: 'Outdoor crimes',
    noOutdoor: 'Outdoor crimes (none in the data)',
    all: 'all crimes',
    allOption: 'All crimes',
    several: (n) => `${n} crime types`,
    none: 'The data have none of the crime types that count as outdoor crimes: all crimes are counted instead. Choose a type to count that one alone.',
  },
  light: { daylight: 'in daylight', dusk: 'at dusk', dark: 'in the dark' },
  anyHour: 'at any hour',
  classes: {
    unsafeMuch: {
      title: 'Felt unsafe, and much crime is reported',
      short: 'Unsafe, much crime',
      says: 'Experience and reports point at the same place.',
    },
    unsafeLittle: {
      title: 'Felt unsafe, but little crime is reported',
      short: 'Unsafe, little crime',
      says: 'The unease is real even where few report: look for causes in the place, and for crime that is not reported.',
    },
    unmentioned: {
      title: 'Much crime that nobody mentioned',
      short: 'Much crime, nobody mentioned it',
      says: 'Nobody has felt unsafe near the place in that light, often because no walk has passed there.',
    },
    undecided: {
      title: 'Unsafe point without a decision',
      short: 'No decision',
      says: 'Nobody has decided what is to be done, or why it is not.',
    },
    measureAlone: {
      title: 'Measure where there was neither crime nor unease',
      short: 'Measure without crime or unease',
      says: 'In the year before the measure began the crimes that it is meant to change were not many there, and no walk has felt unsafe there.',
    },
    safeMuch: {
      title: 'Felt safe, but much crime is reported',
      short: 'Safe, much crime',
      says: 'A note: the place may be safe at the hour of the walk, or the crimes may be of a kind that is not noticed.',
    },
    unjudged: {
      title: 'Cannot be judged',
      short: 'Cannot be judged',
      says: 'Too few crimes, or no time, to hold them against.',
    },
  },
  row: {
    counted: (p) => `${p.crimes} ${p.one ? 'crime' : 'crimes'} within ${p.within} ${p.light}`,
    noDensity: 'no time to compare with',
    place: (p) =>
      [
        `${p.crimes} ${p.one ? 'crime' : 'crimes'} ${p.light}`,
        p.walked ? 'a walk passed by' : 'no walk has passed here',
        p.chance ? 'the cluster may be chance' : '',
      ]
        .filter(Boolean)
        .join(' · '),
    measureCounted: (p) =>
      `${p.crimes} ${p.one ? 'crime' : 'crimes'} within ${p.within} (${p.types}, ${p.period})`,
    measure: (p) => `${p.planned ? 'Planned to begin' : 'Began'} ${p.start} · ${p.before}`,
    observation: (p) => [p.category, p.near, p.date, p.counted].filter(Boolean).join(' · '),
    openWalk: 'Open the walk',
    openMeasure: 'Open the measure',
  },
  how: {
    title: 'How it was counted',
    much: (p) =>
      `Much crime: a hotspot, where the density is ${p.factor} with at least five crimes, lies within ${p.distance}. The threshold is that of the map under Situation.`,
    factor: (factor) => `more than ${factor} times the mean density`,
    densest: (share) => `among the densest ${share} of the surface`,
    light:
      'The light is told by the height of the sun when the crime happened: daylight from sunrise to sunset, dusk while the sun stands at most 6° below the horizon (civil twilight, morning and evening), dark below. Crimes with a from and a to time are shared out by how much of the time was in that light.',
    anyHour: 'All hours of the day count, whatever the light.',
    period: 'Walks are held against the twelve months before the walk.',
    measures:
      'Measures are held against the twelve whole months before the month they began, at any hour, and against the crime types that they are meant to change: what has happened since does not count. Cancelled measures and measures without a place are left out.',
    counted: (types) => `Crimes counted: ${types}.`,
    outdoor: (types) => `Outdoor crimes: ${types}.`,
    unsorted: (n) =>
      `${n} crimes in the data have no type, or a type that has not been sorted as outdoor or not: they are not counted here.`,
    density: (p) =>
      `${p.period}, ${p.light}: n = ${p.n}, much is above ${p.threshold} crimes per km² and year.`,
    withoutLight: (n) => `${n} crimes of the period have no time that tells which light it was.`,
    unreached: (p) =>
      `${p.period}, ${p.light}: the data do not reach there, so nothing can be held against crime.`,
    partial: (period) => `The data reach over only ${period} of the twelve months.`,
    few: (p) => `${p.period}, ${p.light}: n = ${p.n}, too few to say where there is much.`,
    caution: 'Reported crime is not all crime, and a walk is what a few people experienced on one occasion.',
  },
  columns: {
    class: 'class',
    name: 'place or observation',
    detail: 'basis',
    crimes: 'crimes',
    lat: 'latitude',
    lon: 'longitude',
  },
  fileName: 'felt-and-reported',
  legend: {
    title: 'Much crime in the light of the walks',
    mentioned: 'somebody has felt unsafe there',
    unmentioned: 'nobody has mentioned it',
  },
  survey: {
    title: 'Safety surveys',
    sentence: (f, p) =>
      `Answers in ${f.integer(p.areas)} ${places(p.areas, 'areas', 'area')} to ${f.integer(p.indicators)} ${places(p.indicators, 'questions', 'question')}, beside what the walks found in the area.`,
    none: 'No safety survey is joined to the areas. Open a table of survey answers by area under Areas.',
    note: 'Survey answers are of whole areas and are never spread over streets. 95% CI in brackets.',
    area: 'Area',
    felt: 'unsafe / safe points',
    value: (p) => (p.interval ? `${p.value} (${p.interval})` : p.value),
    year: (year) => (year > 0 ? String(year) : 'no year'),
    indicator: 'question',
    yearColumn: 'year',
    valueColumn: 'value',
    lower: '95% CI lower',
    upper: '95% CI upper',
    n: 'answers',
    unit: 'unit',
    unsafe: 'unsafe points',
    safe: 'safe points',
    fileName: 'safety-survey-areas',
  },
}
