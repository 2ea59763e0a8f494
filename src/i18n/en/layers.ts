import type { layers as source } from '../sv/layers.ts'

const rows = (count: string) => `${count} ${count === '1' ? 'row' : 'rows'}`

export const layers: typeof source = {
  title: 'Layers',
  count: {
    crime: (n) => `${n} reported ${n === '1' ? 'crime' : 'crimes'}`,
    event: (n) => `${n} ${n === '1' ? 'event' : 'events'}`,
    fire: (n) => `${n} ${n === '1' ? 'fire or rescue call' : 'fires and rescue calls'}`,
    repair: (n) => `${n} ${n === '1' ? 'repair' : 'repairs'}`,
  },
  summary: (layerCount, rowCount) => `${layerCount} layers with ${rowCount} rows.`,
  sheet: (name) => `sheet ${name}`,
  continues: (name) => `Continues ${name}.`,
  duplicatesLeftOut: (n) => `${rows(n)} stood in an earlier file already and were not loaded again.`,
  duplicatesKept: (n) => `${rows(n)} stand in an earlier file too and were loaded all the same.`,
  updated: (n) => `${rows(n)} with the reference of an earlier row but other contents stand in its place.`,
  replaced: (n) => `${rows(n)} ${n === '1' ? 'was' : 'were'} replaced by a later file.`,
  appendTo: 'Add to it …',
  replaceThis: 'Replace …',
  remove: 'Remove',
  removeQuestion: (name, n) =>
    `Remove ${name} with ${rows(n)}? The file on the computer is not touched, but the layer has to be opened again to come back.`,
  removeNow: 'Remove the layer',
  keep: 'Keep',
  plan: {
    title: 'Layer',
    label: 'The file becomes',
    append: (name) => `More of ${name}`,
    replace: (name) => `New version of ${name}`,
    layer: 'A layer of its own',
    all: 'The only layer',
    explain: {
      append: 'The rows of the file are added to the layer. Rows that it has already are not loaded again.',
      replace:
        'The rows of the layer leave and those of the file take their place. Other layers are not touched.',
      layer: 'The rows of the file lie beside the other layers. Kinds are never added up.',
      all: 'Everything that is open is closed.',
    },
    byId: (column) => `The same incident is known by ${column}.`,
    byContent: 'The same incident is known by time, place and type, since no column is chosen as reference.',
    keepDuplicates: 'Load duplicates too',
    otherColumns: 'The columns of the file differ from those of the layer.',
    metric: (crs) => `Positions are converted to ${crs}, as in the first file.`,
  },
  sek: (amount) => `SEK\u00a0${amount}`,
  cost: {
    title: 'Cost',
    by: { label: 'Break down by', type: 'Type', area: 'Area', place: 'Place' },
    sentence: (amount, counted, all, noun) =>
      counted === all
        ? `${amount} for ${all} ${noun}.`
        : `${amount} for ${counted} of ${all} ${noun}; the others say no cost.`,
    before: (amount, label) => `${amount} ${label}.`,
    none: (noun) => `No ${noun} left by the filters.`,
    columns: { name: 'Item', now: 'Cost, SEK', share: 'Share', before: 'Comparison, SEK' },
    outside: 'Outside the areas',
    rest: 'Outside the places',
    perMonth: 'Cost per month, SEK',
    perMonthDrawn: 'Cost per month, SEK thousand',
    thousands: 'thousand SEK',
    showCost: 'Show cost per month',
    showCount: 'Show counts per month',
    noPlaces: 'No place stands out, so the cost is not broken down by place.',
  },
  unreported: {
    title: 'Without a report',
    sentence: (without, judged, noun, distance, days) =>
      `${without} of ${judged} ${noun} have no report within ${distance} and ${days}.`,
    within: (n) =>
      n === '0' ? 'on the same day' : `no more than ${n} ${n === '1' ? 'day' : 'days'} before or after`,
    days: (n) => (n === '0' ? 'the same day' : n === '1' ? '1 day' : `${n} days`),
    none: (noun) => `No ${noun} can be judged.`,
    cost: (amount) => `They cost ${amount}.`,
    distance: 'Distance',
    time: 'Days before and after',
    crime: 'Report of',
    anyCrime: 'any crime',
    definition: (days) =>
      `A report is a reported crime of the chosen type, no farther away, that began ${days}. A report nearby need not be of the same damage.`,
    unplaced: (n) => `${n} without a place or a day are not judged.`,
    outsideTime: (n) => `${n} are not judged, since the crimes do not cover the days before and after.`,
    columns: { day: 'Day', type: 'Type', cost: 'Cost, SEK', layer: 'File', row: 'Row' },
    listed: (shown, all) => `The list shows the first ${shown} of ${all}.`,
  },
}
