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
    repeatPlaces: {
      title: 'Upprepade platser',
      question: 'Vilka platser och objekt återkommer, och är det fler än slumpen ger?',
    },
    nearRepeat: {
      title: 'Upprepning i närheten',
      question: 'Följs ett brott av fler i närheten under dagarna efter?',
    },
    clustering: {
      title: 'Klumpat eller slump?',
      question: 'Ligger brotten tätare än slump, och vilka rutor liknar eller avviker från sina grannar?',
    },
    densityChange: {
      title: 'Ändrad täthet',
      question: 'Var har det ökat och minskat?',
    },
    patternShift: {
      title: 'Flyttat mönster',
      question: 'Har mönstret flyttat, eller är det sig likt?',
    },
    relativeRisk: {
      title: 'Två brottstyper',
      question: 'Var är det mer av den ena typen än den andra ger anledning att vänta?',
    },
    emerging: {
      title: 'Platser över tid',
      question: 'Vilka platser är nya, bestående eller avtagande?',
    },
    areaFunnel: {
      title: 'Områden mot slumpen',
      question: 'Skiljer sig områdena mer än slumpen?',
    },
    cusum: {
      title: 'Larm i trenden',
      question: 'Har nivån ändrats, och sedan när?',
    },
    backTest: {
      title: 'Prövning av kartan',
      question: 'Håller kartan nästa period?',
    },
    bandwidth: {
      title: 'Bandbredd',
      question: 'Vilken bandbredd förutsäger brotten bäst?',
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
