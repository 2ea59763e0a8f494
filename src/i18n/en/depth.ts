import type { Catalogue } from '../sv.ts'

export const depth: Catalogue['depth'] = {
  title: 'In depth',
  intro:
    'One question at a time. The answer holds for what the filters leave and is drawn on the map where it can be.',
  groups: { place: 'Place', time: 'Time', trial: 'Trial' },
  methods: {
    concentration: {
      title: 'Concentration',
      question: 'How large a share of the places holds how large a share of the crimes?',
    },
    repeatPlaces: {
      title: 'Repeat places',
      question: 'Which places and objects come back, and more than chance gives?',
    },
    nearRepeat: {
      title: 'Near repeats',
      question: 'Is a crime followed by more of them nearby in the days after?',
    },
    clustering: {
      title: 'Clustered or chance?',
      question: 'Do the crimes lie closer than chance, and which cells are like or unlike their neighbours?',
    },
    densityChange: {
      title: 'Change of density',
      question: 'Where has it risen and fallen?',
    },
    patternShift: {
      title: 'Shift of pattern',
      question: 'Has the pattern moved, or is it the same?',
    },
    relativeRisk: {
      title: 'Two types of crime',
      question: 'Where is there more of one type than the other would lead one to expect?',
    },
    emerging: {
      title: 'Places over time',
      question: 'Which places are new, persistent or diminishing?',
    },
    areaFunnel: {
      title: 'Areas against chance',
      question: 'Do the areas differ more than chance?',
    },
    cusum: {
      title: 'Alarm in the trend',
      question: 'Has the level changed, and since when?',
    },
    backTest: {
      title: 'Test of the map',
      question: 'Does the map hold for the next period?',
    },
    bandwidth: {
      title: 'Bandwidth',
      question: 'Which bandwidth foretells the crimes best?',
    },
  },
  back: 'All questions',
  verify: 'Check the calculations',
  verifyNote: 'Runs the tests of every formula in this browser.',
  computing: 'Computing',
  stopped: 'Stopped.',
  again: 'Compute again',
  failed: 'It could not be computed. Change the selection or the setting and try again.',
  tooFew: (n, need) => `The selection has ${n}. At least ${need} are needed to say anything.`,
  settings: 'Settings',
  onMap: 'On the map',
}
