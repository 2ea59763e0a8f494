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
