import type { Catalogue } from '../sv.ts'

export const depthPlaces: Catalogue['depthPlaces'] = {
  concentration: {
    countBy: 'Count by',
    units: { cells: 'Cells', areas: 'Areas' },
    unit: (unit, size) => (unit === 'areas' ? 'areas' : `cells of ${size}`),
    sentence: ({ units, all, unit, noun, gini, sparse }) =>
      `${units} of ${all} ${unit} hold half of all ${noun}. G′ = ${gini}${
        sparse ? ', allowing for fewer crimes than cells.' : '.'
      }`,
    columns: { incidents: 'Share of crimes', units: 'Share of places', count: 'Places' },
    axis: {
      units: (unit) => `share of ${unit}, fullest first`,
      incidents: (noun) => `share of ${noun}`,
    },
    now: ({ unit, units, n, outside, gini, generalised }) =>
      `${units} ${unit} in the study area, n = ${n}, ${outside} outside. G = ${gini}, G′ = ${generalised}.`,
  },
}
