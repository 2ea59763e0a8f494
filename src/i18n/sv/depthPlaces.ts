/** Texts of the deepening analyses of places. */
export const depthPlaces = {
  concentration: {
    countBy: 'Räkna per',
    units: { cells: 'Rutor', areas: 'Områden' },
    unit: (unit: 'cells' | 'areas', size: string) => (unit === 'areas' ? 'områden' : `rutor om ${size}`),
    sentence: (parts: {
      units: string
      all: string
      unit: string
      noun: string
      gini: string
      sparse: boolean
    }) =>
      `${parts.units} av ${parts.all} ${parts.unit} har hälften av alla ${parts.noun}. G′ = ${parts.gini}${
        parts.sparse ? ': färre brott än rutor är inräknat.' : '.'
      }`,
    columns: { incidents: 'Andel av brotten', units: 'Andel av platserna', count: 'Platser' },
    axis: {
      units: (unit: string) => `andel av ${unit}, fullast först`,
      incidents: (noun: string) => `andel av ${noun}`,
    },
    now: (parts: {
      unit: string
      units: string
      n: string
      outside: string
      gini: string
      generalised: string
    }) =>
      `${parts.units} ${parts.unit} i undersökningsområdet, n = ${parts.n}, ${parts.outside} utanför. G = ${parts.gini}, G′ = ${parts.generalised}.`,
  },
}
