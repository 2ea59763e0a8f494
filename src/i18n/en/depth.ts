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
