import type { MethodTexts } from './texts.ts'

/** Method cards: what the judgement of a measure rests on. */
export const effectMethods = {
  percentChange: {
    title: 'Procentuell ändring',
    question: 'Med hur många procent har antalet ändrats?',
    terms: ['antal före och efter', 'periodernas längd', 'kvot mellan talen'],
    unit: 'Procent.',
    defaults: 'Vägt med periodernas längd. Exakt 95\u00a0%-intervall ur kvoten mellan talen.',
    reading:
      'Läs alltid tillsammans med antalen. Ett intervall över noll tyder på ökning, under noll på minskning.',
    notWhen: [
      'när antalet före är 0: procent finns inte',
      'på färre än tio: en enda händelse kan ge tio procent',
      'för att bedöma en åtgärd utan kontroll',
    ],
  },
  rateRatio: {
    title: 'Kvot mellan tal',
    question: 'Hur många gånger högre eller lägre är talet efter?',
    terms: [
      'antal före och efter',
      'periodernas längd eller befolkningen',
      'kvantil i betafördelningen',
      '0,05',
    ],
    unit: 'Kvot: 1 är oförändrat.',
    defaults:
      'Givet summan är antalet efter binomialfördelat. Clopper-Pearson ger exakt 95\u00a0%-intervall. p är exakt och tvåsidigt: utfall som är högst lika sannolika som det observerade.',
    reading: 'Rymmer intervallet 1 kan skillnaden vara slump.',
    notWhen: [
      'när händelserna kommer i serier: intervallet blir för snävt',
      'när något annat än åtgärden ändrats samtidigt',
      'när perioden efter valdes för att den var låg',
    ],
  },
  poissonZ: {
    title: 'Poisson-z',
    question: 'Vilka ändringar i en lång lista är värda att se närmare på?',
    terms: [
      'tidigare nivå och nytt antal, lika lång tid',
      'ungefär standardnormal om x₀ är en väl känd nivå',
    ],
    unit: 'Standardavvikelser.',
    defaults: 'Flagga vid ±3, inte ±2, för att många rader prövas.',
    reading: 'Ett sätt att sortera listan. Använd det exakta intervallet för att uttala dig.',
    notWhen: [
      'för olika långa perioder',
      'när båda antalen är mycket små: ta E-testet',
      'när det tidigare är ett enda års antal: z sprider sig då med roten ur 2 och överdriver',
    ],
  },
  eTest: {
    title: 'E-test',
    question: 'Skiljer sig två små antal mer än slumpen ger?',
    terms: [
      'antal före och efter, lika långa perioder',
      'gemensam nivå om inget har ändrats',
      'alla utfall av två antal',
      'sannolikhet för minst så stor skillnad, tvåsidig',
    ],
    unit: 'p, 0 till 1.',
    defaults: 'Lika långa perioder. Båda nivåerna skattas till halva summan. p = 1 när antalen är lika.',
    reading:
      'Litet p: skillnaden är ovanlig om nivån är oförändrad. Det är inte sannolikheten att åtgärden verkat.',
    notWhen: [
      'för olika långa perioder: ta kvoten mellan talen',
      'för många test utan justering',
      'när händelserna hör ihop, som en serie inbrott en natt',
    ],
  },
  weightedDisplacementDifference: {
    title: 'WDD',
    question: 'Hur många färre blev det på platsen och runt den, utöver utvecklingen i kontrollen?',
    terms: [
      'antal i målområdet, före (0) och efter (1)',
      'antal i kontrollområdet',
      'antal i omgivningen, dit brott kan ha flyttat',
      'antal i omgivningens kontroll',
      'områdets vikt: 1, eller yta eller skada',
      'medelfel; varje antals varians är antalet självt',
    ],
    unit: 'Antal incidenter (vägda om vikter används).',
    defaults:
      'Vikt 1. 95\u00a0%-intervall med normalfördelning, tvåsidigt. Är perioderna olika långa räknas antalen före om till tiden efter. Utan omgivning är dess del 0.',
    reading:
      'Under noll: färre. Rymmer intervallet noll kan det vara slump. Nivå 3 på Marylandskalan, och inte mer.',
    notWhen: [
      'när områdena överlappar, eller kontrollen inte gick som målet före',
      'när väntat antal är under 5',
      'när platsen valdes för en topp: den faller ofta ändå',
      'med kortare tid före än ett år',
    ],
  },
  weightedDisplacementQuotient: {
    title: 'WDQ',
    question: 'Flyttade brotten till omgivningen, eller spreds vinsten dit?',
    terms: ['antal i målområdet', 'antal i omgivningen', 'antal i kontrollområdet', 'före och efter'],
    unit: 'Kvot.',
    defaults: 'Läses bara när målet gick bättre än kontrollen (nämnaren under 0). Den har inget intervall.',
    reading: 'Över 0: vinsten spreds. Under 0: en del flyttade. Under −1: mer flyttade än vad som vanns.',
    notWhen: [
      'när målet inte gick bättre än kontrollen: kvoten saknar mening',
      'för små antal: den hoppar, och säger inget om slumpen',
      'ensam: läs den bredvid WDD',
    ],
  },
  relativeEffectSize: {
    title: 'Relativ effekt',
    question: 'Gick målområdet bättre än kontrollen?',
    terms: ['antal i målområdet före och efter', 'antal i kontrollen före och efter', '1,96 för 95\u00a0%'],
    unit: 'Kvot: över 1 gick målet bättre.',
    defaults: '95\u00a0%-intervall på logaritmen, med varje antals varians lika med antalet.',
    reading:
      'Rymmer intervallet 1 kan skillnaden vara slump. Verkliga antal sprider sig mer, så intervallet är snarare för snävt.',
    notWhen: [
      'när något antal är 0: intervallet är då obegränsat',
      'när kontrollen inte liknar målet',
      'när effekten kan ha spritts till kontrollen',
    ],
  },
  differenceInDifferences: {
    title: 'Skillnad i skillnader',
    question: 'Ändrades områdena med åtgärd mer än kontrollen, när alla tidssteg räknas in?',
    terms: [
      'väntat antal i område i och tidssteg t',
      '1 för områden med åtgärd, annars 0',
      '1 från åtgärdens start, annars 0',
      'exponering, till exempel dagar eller yta',
      'effekten: kvot utöver kontrollens ändring',
      'överspridning: 1 för Poissontal, över 1 när de sprider sig mer',
    ],
    unit: 'Kvot: 1 är ingen skillnad.',
    defaults:
      'Poissonregression med logaritmisk länk. Medelfelet ökas med roten ur φ när φ är över 1 (kvasi-Poisson). Trenderna före prövas med tre tidssteg eller fler.',
    reading:
      'Gäller om båda grupperna annars hade följts åt. Litet p för trenden före talar emot det. Stort p bevisar det inte.',
    notWhen: [
      'när grupperna gick åt olika håll redan före',
      'med ett fåtal områden följda länge: tidsstegen hänger ihop och medelfelet blir för litet',
      'när registrering eller kodning ändrades i den ena gruppen',
      'när en av grupperna saknar incidenter före eller efter',
    ],
  },
  changeByChance: {
    title: 'Ändring mot slumpen',
    question: 'Var ändrades tätheten mer än slumpen kan göra?',
    terms: [
      'ändring i rutans mittpunkt, per km² och år',
      'täthet före och efter, per km²',
      'täthet av båda perioderna tillsammans',
      'periodernas längd i år',
      'antal före, efter och tillsammans',
      'ändringen när före och efter lottats om bland platserna',
      'medel av alla omlottningar: hela ortens ändring',
      'antal omlottningar',
    ],
    unit: 'Incidenter per km² och år; p mellan 0 och 1.',
    defaults:
      'Platserna ligger kvar, och vilka som är före eller efter lottas om med fast frö: 9 999 gånger upp till 5 000 incidenter, 4 999 upp till 50 000, annars 999. Tvåsidigt. Falska fynd hålls till 5\u00a0% över alla prövade rutor (FDR). Rutor med färre än 5 under kärnan prövas inte.',
    reading:
      'Streckat kan vara slump. Helt, med kant, ändrades mer åt det hållet än hela orten gjorde. En ändring som är lika överallt syns inte här.',
    notWhen: [
      'för att visa att en åtgärd verkat: det prövas mot jämförelseområdet',
      'när positionerna är satta på olika sätt i perioderna',
      'när samma händelse ger många incidenter på en gång: de är inte oberoende',
    ],
  },
} satisfies Record<string, MethodTexts>
