/** Fördjupning: the list of questions, and what all of its cards say. */
export const depth = {
  title: 'Fördjupning',
  intro: 'En fråga i taget. Svaret gäller det som filtren lämnar och ritas på kartan där det går.',
  groups: { place: 'Plats', time: 'Tid', trial: 'Prövning' },
  /** Title and question of each analysis. */
  methods: {
    concentration: {
      title: 'Koncentration',
      question: 'Hur stor del av platserna har hur stor del av brotten?',
    },
  },
  back: 'Alla frågor',
  verify: 'Kontrollera beräkningarna',
  verifyNote: 'Kör proven av varje formel i den här webbläsaren.',
  computing: 'Räknar',
  stopped: 'Avbruten.',
  again: 'Räkna igen',
  failed: 'Det gick inte att räkna. Ändra urvalet eller inställningen och försök igen.',
  tooFew: (n: string, need: string) => `Urvalet har ${n}. Minst ${need} behövs för att säga något.`,
  settings: 'Inställningar',
  onMap: 'På kartan',
}
