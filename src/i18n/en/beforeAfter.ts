import type { Catalogue } from '../sv.ts'

export const beforeAfter: Catalogue['beforeAfter'] = {
  title: 'Before and after',
  modes: {
    label: 'Before and after on the map',
    off: 'Off',
    swipe: 'Swipe',
    side: 'Side by side',
    difference: 'Difference',
  },
  sides: { before: 'Before', after: 'After' },
  maps: { before: 'Map before', after: 'Map after' },
  count: (n, noun) => `${n} ${noun}`,
  line: {
    label: 'Line between before and after',
    value: (share) => `Before on the left ${share} of the map, after on the rest`,
  },
  legend: {
    sameScale: 'Same scale before and after',
    here: ({ before, after }) => `Here: ${before} before, ${after} after`,
    preview: 'Preview, exact figures follow',
    computing: 'Computing…',
    difference: {
      crime: 'Change, crimes per km² and year',
      event: 'Change, events per km² and year',
      fire: 'Change, fires and call-outs per km² and year',
      repair: 'Change, repairs per km² and year',
    },
    less: 'fall',
    none: 'equal',
    more: 'rise',
    mayBeChance: 'striped: may be chance',
    clear: 'whole, with a rim: more than chance',
    notTested: (k, metres) => `Not drawn: fewer than ${k} within ${metres}`,
    changeHere: (change, verdict) => `Here: ${change} per km² and year, ${verdict}`,
    verdict: {
      mayBeChance: 'may be chance',
      clear: 'more than chance',
      lag: 'does not deviate in that direction',
      untested: 'too few to be tested',
    },
  },
  reading: {
    name: 'The difference in words',
    clear: (f, { falls, rises, names }) => {
      const places = (n: number) => `${f.integer(n)} ${n === 1 ? 'place' : 'places'}`
      const named = names.length > 0 ? `: ${f.list(names)}` : ''
      if (falls > 0 && rises > 0)
        return `Fell at ${places(falls)} and rose at ${places(rises)}, by more than looks like chance${named}.`
      return `${falls > 0 ? 'Fell' : 'Rose'} at ${places(falls + rises)}, by more than looks like chance${named}.`
    },
    none: 'No place differs from the change of the whole town by more than chance can do.',
    computing: 'Testing whether the change may be chance',
    relabelling: (done) => `${done} of the relabellings`,
    counts: ({ before, after, noun }) => `In the whole town ${before} ${noun} before and ${after} after.`,
    hatched: ({ hatched, tested, tooFew }) =>
      `${hatched} of ${tested} tested cells are striped: may be chance. ${tooFew} cells hold too few to be tested.`,
    method: (relabellings) =>
      `Each cell tested against the change of the whole town: ${relabellings} relabellings of before and after, two-sided, FDR 5%.`,
    smallest: (km2) => `A place smaller than ${km2} km² cannot be told from chance here.`,
    fewOfThem: (n) => `${n} with fewer than five incidents are not counted as places.`,
    nothing: 'There are too few incidents before or after to test the difference.',
    failed: 'The difference could not be computed.',
    stopped: 'The test is stopped.',
    again: 'Compute again',
    how: 'Places, counts and test',
    snapped: 'With so many, each point counts at the centre of its cell.',
    places: 'Places that changed by more than chance',
  },
  missing: {
    question:
      'Choose a period for which the data cover both it and its comparison, or open a measure, to see before and after.',
    tooFew: 'Too few for a map of before and after.',
  },
  columns: {
    place: 'Place',
    direction: 'Direction',
    before: 'Before',
    after: 'After',
    change: 'Change per km² and year',
    surface: 'Area, km²',
    q: 'q',
  },
  direction: { rise: 'rise', fall: 'fall' },
  exports: {
    label: 'Save before and after',
    csv: 'Cells (CSV)',
    geojson: 'Cells (GeoJSON)',
    png: 'Map as a picture (PNG)',
    file: 'before-after',
    columns: {
      east: 'Easting, m',
      north: 'Northing, m',
      before: 'Before, per km² and year',
      after: 'After, per km² and year',
      difference: 'Change, per km² and year',
      expected: 'Change of the whole town, per km² and year',
      p: 'p',
      q: 'q (FDR)',
      verdict: 'Verdict',
    },
    verdicts: {
      mayBeChance: 'may be chance',
      rise: 'rise, more than chance',
      fall: 'fall, more than chance',
      lag: 'another change than the whole town, but not in that direction',
    },
    notes: {
      periods: ({ before, after }) => `Before: ${before}. After: ${after}.`,
      types: (names) => `Crime types: ${names}.`,
      stripes: 'Striped may be chance. Whole, with a rim, is more than chance.',
      surface: ({ bandwidth, cell }) => `Quartic kernel, bandwidth ${bandwidth}, cells of ${cell}.`,
      swipe: ({ before, after }) => `Left of the line: before, ${before}. Right of it: after, ${after}.`,
      side: ({ before, after }) => `Left picture: before, ${before}. Right picture: after, ${after}.`,
    },
    pictureTitle: ({ before, after }) => `Before ${before} and after ${after}`,
  },
}
