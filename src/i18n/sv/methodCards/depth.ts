import type { MethodTexts } from './texts.ts'

/** Method cards: what the deepening analyses rest on. */
export const depthMethods = {
  densityChange: {
    title: 'Ändrad täthet',
    question: 'Var har tätheten ökat eller minskat mellan två perioder?',
    terms: ['ändring i rutans mittpunkt', 'täthet före och efter, per km²', 'periodernas längd i år'],
    unit: 'Incidenter per km² och år.',
    defaults:
      'Samma rutnät, kärna och bandbredd i båda perioderna, dubbla kartans bandbredd. Noll är neutralt på skalan.',
    reading: 'Visar var skillnaden ligger, inte om den är mer än slump. Pröva platsens antal för sig.',
    notWhen: [
      'när någon av perioderna har få incidenter',
      'när positionerna är satta på olika sätt i perioderna',
      'för att visa att brott har flyttat: en minskning och en ökning är två ändringar',
    ],
  },
  relativeRisk: {
    title: 'Relativ risk',
    question: 'Var är den ena typen vanligare i förhållande till den andra?',
    terms: [
      'logaritmen av kvoten i rutans mittpunkt',
      'täthet för den typ som frågan gäller',
      'täthet för den typ som jämförs med',
      'litet tillskott som håller tomma platser nära noll, per km²',
    ],
    unit: 'Logaritm av en kvot: 0 är lika, 0,69 är dubbelt, −0,69 är hälften.',
    defaults:
      'Samma rutnät, kärna och bandbredd för båda typerna, dubbla kartans bandbredd. Tätheterna är skalade till samma summa, så att 0 är som väntat. Slumpen: typerna lottas om mellan platserna, p tvåsidigt för varje ruta för sig.',
    reading: 'Visar blandningen av två typer på platsen. Hög kvot kan komma av få i nämnaren.',
    notWhen: [
      'som risk för en person: nämnaren är brott, inte människor',
      'där båda typerna är få: kvoten styrs av δ',
      'när de två typerna anmäls eller upptäcks på olika sätt i olika områden',
    ],
  },
  localMoran: {
    title: 'Lokalt Moran',
    question: 'Ligger höga värden intill höga, och låga intill låga?',
    terms: [
      'över 0: lik sina grannar; under 0: avvikare',
      'enhetens värde, antal i rutan eller talet i området',
      'vikt: lika för varje granne, tillsammans 1',
      'omkastningar minst lika ytterliga på samma sida',
      'antal omkastningar',
    ],
    unit: 'Tal utan enhet. p ur omkastningar.',
    defaults:
      'Grannar delar sida eller hörn. Enhetens värde ligger fast och grannarnas dras ur de övriga. p i formeln är ensidigt, åt det håll som observerats; Fördjupning visar det dubblat, tvåsidigt. Frö och antal omkastningar står under Används nu.',
    reading: 'Skiljer kluster från avvikare. Många enheter prövas: läs q, inte p.',
    notWhen: [
      'på antal när områdena är olika stora: ta tal per invånare eller yta',
      'för enheter utan grannar',
      'när enheterna är få: p kan inte bli litet',
    ],
  },
  nearestNeighbourIndex: {
    title: 'Närmaste granne',
    question: 'Ligger incidenterna tätare än om de spritts slumpvis över ytan?',
    terms: [
      'under 1: tätare än slumpen; över 1: glesare',
      'medelavstånd till närmaste andra incident, m',
      'väntat avstånd vid slumpvis spridning, m',
      'ytan som incidenterna kunde ligga i, m²',
      'antal incidenter med position',
    ],
    unit: 'Kvot. Avstånd i meter, z i standardavvikelser.',
    defaults:
      'Ingen kantkorrigering. Sammanfallande punkter har avstånd 0. p är tvåsidigt, ur normalfördelningen.',
    reading: 'Ett tal för hela ytan. Brott ligger nästan alltid tätt, så R under 1 är sällan en nyhet.',
    notWhen: [
      'när ytan är godtycklig: talet ändras med den',
      'för adresser som avrundats till samma läge: avståndet blir noll',
      'för att hitta var det är tätt: se kartan',
    ],
  },
  nearRepeat: {
    title: 'Upprepning i närheten',
    question: 'Följs ett brott av fler i närheten inom kort tid, oftare än slumpen ger?',
    terms: [
      'par av incidenter i avståndsband a och tidsband b',
      'avstånd mellan två incidenter, och deras tider',
      'väntat antal par om tiderna vore slumpvis fördelade',
      'par i avståndsbandet, och par i tidsbandet',
      'omkastningar med minst lika många par',
      'antal omkastningar',
    ],
    unit: 'Antal par; kvot mellan observerat och väntat. p ensidigt (fler än väntat).',
    defaults:
      'Band [a, b): nedre gränsen ingår, övre inte. Platserna ligger fast och tiderna kastas om. Utan plats eller tid räknas incidenten inte. Banden står i kortets tabell, antal omkastningar och frö under Används nu.',
    reading:
      'Visar att närhet i tid och rum hänger ihop i dessa data. Den säger inte vem som begick brotten, eller var nästa sker.',
    notWhen: [
      'när tiden är grov, till exempel bara månad',
      'när perioden är lång och staden har ändrats: ändringen ser ut som upprepning',
      'för att läsa av den bästa cellen i efterhand: många celler prövas',
    ],
  },
  concentration: {
    title: 'Koncentration',
    question: 'Hur stor del av brotten ligger på en liten del av platserna?',
    terms: [
      'antal i enhet i, i stigande ordning',
      'antal enheter: rutor, områden eller adresser',
      'antal incidenter',
      'Gini: 0 är jämnt, 1 är allt på ett ställe',
      'Gini rättat för att incidenterna är färre än enheterna',
    ],
    unit: 'Tal mellan 0 och 1; andelar i procent.',
    defaults:
      'Enhet: rutor med dubbla bandbredden, minst 200\u00a0m, i den undersökta ytan, eller områdena. Enheter utan incidenter räknas med. Slumpen: lika många brott på lika sannolika rutor. Andelar för 25, 50 och 80\u00a0% av incidenterna.',
    reading: 'Läs G′ när incidenterna är färre än enheterna: annars ser få brott ut som koncentration.',
    notWhen: [
      'för att jämföra olika enheter: rutor, gator och områden ger olika tal',
      'när det är färre än tio incidenter',
      'när lägen saknas för en viss sorts plats: den faller bort',
    ],
  },
  repeatPlaces: {
    title: 'Upprepade platser',
    question: 'Hur stor del av brotten sker på platser som drabbas mer än en gång?',
    terms: [
      'andel av incidenterna på upprepade platser',
      'antal incidenter på plats k',
      'antal incidenter med position',
    ],
    unit: 'Andel; antal per plats.',
    defaults:
      'En plats är ett objekt: samma läge i filen, avrundat till hela meter. Aldrig en person. Slumpen: lika många brott på lika sannolika platser, p ensidigt (fler).',
    reading: 'Visar var samma plats drabbas igen. Antalet är minst: det som inte anmäldes syns inte.',
    notWhen: [
      'när lägen är avrundade eller satta till gatans mitt: då slås olika platser ihop',
      'för stora platser som torg och gallerior utan att räkna besökare',
      'för att peka ut boende eller verksamhet i ett material som lämnas ut',
    ],
  },
  backTest: {
    title: 'Prövning i efterhand',
    question: 'Hur väl pekade kartan ut var nästa periods brott kom att ske?',
    terms: [
      'incidenter i nästa period på de utpekade rutorna',
      'alla incidenter i nästa period',
      'utpekad yta',
      'hela ytan',
      'flest som lika många rutor hade kunnat fånga',
    ],
    unit: 'PAI: kvot, 1 är som slumpen. PEI: 0 till 1, 1 är bästa möjliga.',
    defaults: 'Kartan görs bara av tiden före. Prövas på perioden efter, rullande. Lika stora rutor.',
    reading:
      'Ett mått på kartan, inte på insatsen. Jämför alltid med förra årets karta: den är svår att slå.',
    notWhen: [
      'på samma period som kartan gjordes av',
      'PAI ensamt: en mycket liten yta ger höga tal',
      'när nästa period har få incidenter: talet hoppar',
      'när polis eller åtgärder sattes in på platserna: då ändras utfallet',
    ],
  },
  emergingHotspots: {
    title: 'Framväxande platser',
    question: 'Vilka platser är nya, bestående eller på väg bort?',
    terms: [
      'Gi* för rutan i tidssteg t',
      'ökningar minus minskningar mellan alla par av tidssteg (Mann-Kendall)',
      'trendens z-värde, med rättning för lika värden',
    ],
    unit: 'Klass per ruta; z för trenden.',
    defaults:
      'Esris åtta klasser för täta platser. Tät: z > 0 och q < 0,05 (FDR inom tidssteget). ”Genomgående”: tät i minst 90\u00a0% av tidsstegen. Trend: tvåsidigt p < 0,05. Minst 10 hela tidssteg.',
    reading: 'Beskriver mönstret i tidsstegen. Trendens p är inte justerat för många rutor.',
    notWhen: [
      'med få tidssteg: trenden kan knappast visa sig',
      'när tidsstegen är kortare än ett år och årstiden styr: den ser ut som att platsen kommer och går',
      'när tidsstegen har få incidenter var',
    ],
  },
  spatialPointPatternTest: {
    title: 'Lika mönster',
    question: 'Ligger två uppsättningar brott på samma sätt över områdena?',
    terms: [
      'andel områden där de två är lika',
      'antal områden',
      '1 om området är lika, annars 0',
      'områdets andel av den ena uppsättningen',
      'gränser ur stickprov av den andra',
    ],
    unit: 'Andel, 0 till 1.',
    defaults:
      'Varje stickprov tar 85\u00a0% av den andra uppsättningen utan återläggning. 95\u00a0% av stickproven behålls. Den robusta varianten räknar inte områden som är tomma i båda. Slumpen: före och efter lottas om.',
    reading: 'Nära 1: samma mönster. Den jämför andelar, inte nivåer: lika mönster kan ha olika många brott.',
    notWhen: [
      'med många tomma områden utan den robusta varianten: de är lika av sig själva',
      'åt ena hållet bara: byt plats på uppsättningarna och se om svaret står sig',
      'när någon uppsättning är liten',
    ],
  },
  cusum: {
    title: 'CUSUM',
    question: 'Har nivån skiftat, och ungefär när?',
    terms: [
      'antal i tidssteg t',
      'ansamlad avvikelse, aldrig under 0',
      'vanlig nivå per tidssteg',
      'den nivå som ska upptäckas',
      'riktvärde mellan de två nivåerna',
    ],
    unit: 'Incidenter (ansamlad avvikelse).',
    defaults:
      'Vanlig nivå och den nivå som ska upptäckas står under Används nu. Är den senare lägre räknas fallet på samma sätt, med ombytt tecken. Larmgränsen väljs efter hur sällan ett falskt larm får komma.',
    reading: 'En kurva som stiger och stannar uppe tyder på en ny nivå. Den säger inte vad som ändrades.',
    notWhen: [
      'utan hänsyn till årstid: ta en vanlig nivå för samma årstid',
      'när den vanliga nivån skattas på samma tid som prövas',
      'för att läsa första uppgången som en vändning: den faller ofta tillbaka',
    ],
  },
  empiricalBayesRates: {
    title: 'Utjämnade tal',
    question: 'Vilka områden ligger högt när små områdens slump har dämpats?',
    terms: [
      'utjämnat tal',
      'områdets eget tal, antal genom invånare',
      'antal och invånare',
      'medeltal för alla områden',
      'skillnad mellan områden utöver slumpen',
    ],
    unit: 'Per invånare.',
    defaults:
      'Global utjämning mot alla områdens medeltal. Varierar talen inte mer än slumpen (A = 0) får alla medeltalet.',
    reading: 'Ju färre invånare, desto närmare medeltalet. Visa alltid också det råa antalet.',
    notWhen: [
      'för att redovisa vad som har anmälts: talet är skattat',
      'när områdena är av helt olika slag, som centrum och landsbygd',
      'med färre än tio områden: spridningen går inte att skatta väl',
    ],
  },
  funnelLimits: {
    title: 'Trattgränser',
    question: 'Avviker området mer än dess storlek förklarar?',
    terms: [
      'väntat antal med alla områdens gemensamma tal',
      'antal och invånare i alla områden',
      'kvantil i Poissonfördelningen',
      '0,05, eller 0,002 för den yttre tratten',
    ],
    unit: 'Antal incidenter.',
    defaults: 'Exakta Poissongränser, 95\u00a0% och 99,8\u00a0%. Ett antal på gränsen ligger inom tratten.',
    reading:
      'Inom tratten: skillnaden kan vara slump. Utanför: något annat än slump skiljer området. Ingen rangordning.',
    notWhen: [
      'när antalen sprider sig mer än Poisson: då hamnar för många utanför',
      'när områdenas förutsättningar är kända att vara olika',
      'för att utse bäst och sämst',
    ],
  },
} satisfies Record<string, MethodTexts>
