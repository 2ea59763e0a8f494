import type { Catalogue } from '../sv.ts'

export const drawing: Catalogue['drawing'] = {
  title: 'Draw',
  bar: 'Draw on the map',
  help: {
    point: 'Click where the place is. Esc cancels.',
    line: 'Click for each corner. Double click or Enter finishes, Backspace takes the last corner away, Esc cancels.',
    polygon:
      'Click for each corner. Double click or Enter finishes, Backspace takes the last corner away, Esc cancels.',
    edit: 'Drag a corner to move it, a midpoint for a new one. Right click takes a corner away. Enter finishes, Esc cancels.',
    editPoint: 'Drag the point to move it. Enter finishes, Esc cancels.',
  },
  corners: (n, one) => (one ? '1 corner' : `${n} corners`),
  undo: 'Undo last corner',
  undoMove: 'Undo last move',
  done: 'Done',
  cancel: 'Cancel',
  type: 'Type coordinates',
  problems: {
    fewCorners: {
      point: 'There is no point yet. Click on the map or type a coordinate.',
      line: 'A line needs two corners at least. Add more, or cancel.',
      polygon: 'An area needs three different corners at least. Add more, or cancel.',
    },
    crossing:
      'The outline crosses or touches itself, so nothing can be said to lie inside it. Move a corner or take one away.',
    noArea: 'The area is empty: its corners lie on one line. Move one of them.',
  },
  ownArea: {
    name: 'Own area',
    nameLabel: 'Name',
    draw: 'Draw an area of your own',
    change: 'Change its outline',
    prompt: 'Draw the area to count in',
    changePrompt: (name) => `Change the outline of ${name}`,
    heading: 'Own area',
  },
  zones: {
    label: 'Places compared',
    origins: {
      measure: 'the measure’s own place',
      ring: (width) => `0–${width} around the place of the measure`,
      proposed: 'proposed by the app',
      drawn: 'drawn by hand',
      areas: (names) => `loaded areas: ${names}`,
      given: 'came with the project',
    },
    chosen: (name) => `chosen among the proposals: ${name}`,
    none: 'not used',
    missing: 'no suitable place was found',
    surface: (hectares) => `${hectares} ha`,
    width: 'Width of the ring',
    redraw: 'Redraw',
    draw: 'Draw',
    areas: 'Choose areas',
    remove: 'Remove',
    propose: 'Propose again',
    of: (action, zone) => `${action}: ${zone}`,
    prompts: {
      target: 'Draw the place where the measure works',
      displacement: 'Draw the place that crime can move to',
      control: 'Draw the comparison area',
      displacementControl: 'Draw the comparison area of the ring',
    },
    candidates: 'Proposed comparison areas',
    candidatesShown: 'Show the proposals on the map',
    candidatesHint: 'Click an area on the map to choose it.',
    candidate: {
      rest: 'The rest of the town',
      moved: (metres, way) => `Same shape ${metres}\u00a0m to the ${way}`,
      ways: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
    },
    candidateFacts: (p) =>
      `${p.before} before, level ${p.ratio} of the measure’s place, ${
        p.trend === null ? 'the trend is untested' : `${p.trend} for the same trend`
      }, crime types alike to ${p.likeness}`,
    notComparable: 'not comparable',
    overlaps: 'The places overlap: the effect cannot be judged.',
    overlap: (p) => `${p.a} and ${p.b} share ${p.surface} (${p.share} of the smaller).`,
    noAreas: 'No areas are loaded.',
  },
  typed: {
    corners: 'Corners, one a line',
    point: 'Coordinate',
    hint: (crs) => `For example 58.1428, 18.2713 or 6449169 691935 (${crs}).`,
    use: 'Show on the map',
    readAs: (crs) => `Read as ${crs}.`,
    row: (n, problem) => `Line ${n}: ${problem}`,
    problems: {
      empty: 'Type a coordinate.',
      unreadable: (text) =>
        `“${text}” cannot be read as a coordinate. Type latitude and longitude, or northing and easting in metres.`,
      outside: (text) =>
        `“${text}” is off the map. Latitude goes to 90 degrees and longitude to 180; metres are read in SWEREF 99 TM and the data set’s own system.`,
      far: (text, km) => `“${text}” is ${km} km from what is loaded. Check the figures and their order.`,
    },
    pick: 'Point it out on the map',
  },
}
