import type { MethodTexts } from './texts.ts'

/** Method cards: what the situation and the areas rest on. */
export const situationMethods = {
  counts: {
    title: 'Ändring i antal',
    question: 'Har antalet ändrats mer än slumpen brukar ge?',
    terms: [
      'antal i jämförelseperioden och i den valda perioden',
      'periodernas längd i samma enhet: dagar, eller antal lika långa perioder',
      'ändringen, som andel',
      'ändringens nedre och övre gräns',
      'kvantil i betafördelningen',
      '0,05: intervallet har 95\u00a0% täckning',
    ],
    unit: 'Antal, och ändring i procent.',
    defaults:
      'Samma datum ett år tidigare. Exakt tvåsidigt 95\u00a0%-intervall. Procent visas inte när båda sidor har färre än 10. ”Ökar snabbast” ordnas efter intervallets nedre gräns, och typer med färre än 10 står för sig.',
    reading:
      'Fet: intervallet rymmer inte ”ingen ändring”. Grå: ändringen kan vara slump. Det säger inget om orsaken.',
    notWhen: [
      'när det är få: jämför då antalen, inte procenten',
      'när anmälningsbenägenhet, kodning eller kontroll har ändrats mellan perioderna',
      'för att bedöma en åtgärd: det kräver en jämförbar kontroll',
      'när samma gärning är flera anmälningar: intervallet blir då för snävt',
    ],
  },
  samePeriod: {
    title: 'Samma period',
    question: 'Vad är den valda perioden jämförd med?',
    terms: [
      'den valda perioden',
      'samma datum k år tidigare',
      'år, månad och dag',
      'antal k år tidigare',
      'antal år i medelvärdet',
    ],
    unit: 'Datum; antal per period.',
    defaults:
      'Ett år tidigare. Två eller tre år tidigare, medel av flera år och egen period kan väljas. Olika långa perioder jämförs per dag. Börjar perioden 29 februari börjar den tidigare 28 februari.',
    reading:
      'Samma årstid jämförs med samma årstid. Skottdag sägs ut. Veckodagarna förskjuts något mellan åren.',
    notWhen: [
      'när en helg, ett lov eller ett evenemang ligger i bara den ena perioden',
      'när ett enda år är ovanligt: ta medel av flera år',
      'när data inte täcker hela jämförelseperioden: då visas ingen ändring',
    ],
  },
  months: {
    title: 'Månader',
    question: 'Hur har antalet gått månad för månad?',
    terms: ['antal i månaden', 'kalendermånad', 'tidpunkt då incidenten började'],
    unit: 'Antal per kalendermånad, inte omräknat efter månadens längd.',
    defaults:
      'Alla filter utom perioden gäller. Strecket visar samma månad året före. En månad som data inte täcker helt är streckad.',
    reading: 'Jämför stapeln med sitt streck, inte med grannen: årstiden spelar in.',
    notWhen: [
      'för att se en vändning i en enda månad: små tal svänger',
      'för att jämföra månader av olika längd: 31 dagar ger drygt tio procent mer än 28',
      'för de senaste veckorna: anmälningar kommer in i efterhand',
    ],
  },
  timeOfWeek: {
    title: 'Veckans timmar',
    question: 'När på veckan sker det?',
    terms: [
      'antal i timme h av veckans 168',
      'den andel av incidenten som ligger i timmen',
      'första och sista möjliga tidpunkt',
      'antal med okänd tid',
      'antal incidenter',
    ],
    unit: 'Antal per timme i veckan, lokal tid. Andelar av incidenter när tiden sprids ut.',
    defaults:
      'Starttid: hela incidenten i den timme då den började. Mittpunkt: mitt i intervallet. Utspridd (aoristisk): varje timme får sin andel av intervallet i förfluten tid, som i formeln. Saknas sluttid räknas starttimmen. Saknat klockslag är okänd tid. Så är också, utom vid starttid, slut före start och intervall över 168\u00a0timmar. Skärmens dygn börjar kl. 06.',
    reading:
      'Utspridd visar när det kan ha skett, inte när det skedde. Summan av rutorna och de okända är alltid alla.',
    notWhen: [
      'för stölder och skadegörelse med starttid: den är ofta när ägaren gick därifrån',
      'när många har klockslaget 00:00: det är ofta ett förvalt värde',
      'för att läsa enstaka rutor: ta timmar tillsammans till minst tio',
    ],
  },
  kernelDensity: {
    title: 'Täthet',
    question: 'Var ligger incidenterna tätt?',
    terms: [
      'täthet i rutans mittpunkt',
      'avstånd från incident i till mittpunkten, m',
      'bandbredd, m: längre bort räknas incidenten inte',
      'vikt: 1, eller andelen i de valda timmarna',
      'periodens längd: dagar/365,25',
    ],
    unit: 'Incidenter per km² och år.',
    defaults:
      'Kvartisk kärna, räknad exakt i varje ruta. Ruta: en femtedel av bandbredden, minst 10\u00a0m, grövre bara där ytan annars fick för många rutor. Filter på timme och veckodag ändrar inte delaren. Ingen kantkorrigering på kartan.',
    reading:
      'Färgen visar antal per yta, inte risk för den som vistas där. Samma skala och bandbredd krävs för att två kartor ska kunna jämföras.',
    notWhen: [
      'när det är färre än tio: se punkterna',
      'för att peka ut en adress: ytan är utjämnad över bandbredden',
      'när lägen är satta till områdets mitt: toppen hamnar där',
      'intill gränsen för data: där saknas det som ligger utanför',
    ],
  },
  bandwidth: {
    title: 'Bandbredd',
    question: 'Över hur långt avstånd jämnas kartan ut?',
    terms: [
      'förvald bandbredd, m',
      'roten ur bredd gånger höjd av datas utsträckning, m',
      'Scotts tumregel, m',
      'standardavvikelse i öst- och nordled, m',
      'log-sannolikhet när varje incident förutsägs av de andra',
      'gaussisk kärna med standardavvikelsen σ',
      'kvartisk bandbredd med samma spridning',
    ],
    unit: 'Meter.',
    defaults:
      'Gatunivå: 150\u00a0m för en tätort på 4,5\u00a0km, närmaste 50\u00a0m, mellan 100 och 1\u00a0000\u00a0m. Scotts tumregel visas som ett tak, för den ger kilometer i en stad.',
    reading:
      'Liten bandbredd visar gathörn och brus, stor visar stadsdelar. Ingen bandbredd är den rätta för alla frågor.',
    notWhen: [
      'för att välja den som ger den tydligaste fläcken',
      'tumregeln för flera centrum: den antar ett enda',
      'sannolikheten när många lägen sammanfaller: den dras mot noll',
    ],
  },
  hotspots: {
    title: 'Brottstät plats',
    question: 'Vilka platser är betydligt tätare än resten?',
    terms: [
      'sammanhängande område över gränsen',
      'täthet i rutans mittpunkt',
      'medeltäthet i rutor över noll',
      'gräns, gånger medel',
      'incidenter i området (hotspot)',
      'Gi*-ruta som överlappar: z, justerat p och antal',
      '0,05',
    ],
    unit: 'Antal incidenter, andel av alla och andel av den undersökta ytan.',
    defaults:
      'Gräns: 5 gånger medel, 2 till 10 kan väljas, eller de tätaste 2\u00a0% av ytan. Minst 5 incidenter. Heldragen: minst en Gi*-ruta med z > 0, q < 0,05 och minst 5 incidenter överlappar. Annars streckad.',
    reading:
      'Heldragen är mer än slump. Streckad kan vara slump. Gränslinjen är en räknad linje, inte en gräns på marken.',
    notWhen: [
      'för att jämföra städer: medelvärdet är stadens eget',
      'för att följa en plats över tid med gränser som räknas om: lås platsen som filter',
      'som förutsägelse: den visar var det har skett',
    ],
  },
  getisOrdGiStar: {
    title: 'Gi*',
    question: 'Har rutan och dess grannar fler incidenter än en slumpvis spridning ger?',
    terms: [
      'z-värde för ruta i',
      'antal i ruta j',
      'vikt: 1 för rutan själv och dess åtta grannar, annars 0',
      'antal rutor i den undersökta ytan',
      'medelvärde och standardavvikelse (delare n) över rutorna',
    ],
    unit: 'z, i standardavvikelser. q: p-värde justerat för många test.',
    defaults:
      'Eget rutnät: dubbla bandbredden, minst 200\u00a0m. Undersökt yta: inlästa områden, annars det som ligger inom en bandbredd från incidenternas konvexa hölje. Tvåsidigt p ur normalfördelningen, justerat med FDR (Benjamini-Hochberg) över ytans rutor.',
    reading:
      'q < 0,05: rutan sticker ut mot en slumpvis spridning över just denna yta. Den säger inte varför.',
    notWhen: [
      'när ytan rymmer skog, vatten eller annat där inget kan ske: då blir för mycket ”mer än slump”',
      'på fina rutor: enstaka incidenter blir då utslag',
      'för att leta kalla platser när antalen är små: de kan inte visa sig',
      'för att jämföra z mellan kartor med olika yta eller ruta',
    ],
  },
  adjustPValues: {
    title: 'Många test',
    question: 'Hur många av utslagen kan vara falska när många test görs?',
    terms: [
      'p-värdena i stigande ordning, s från 1 till m',
      'antal test som har gjorts',
      'justerat p-värde (högst 1)',
    ],
    unit: 'Andel, 0 till 1.',
    defaults:
      'FDR enligt Benjamini-Hochberg över alla test i samma bild: rutorna, områdena eller tabellens celler. Gräns 0,05.',
    reading:
      'q < 0,05: av det som pekas ut väntas högst fem procent vara falskt i medeltal. Vilket går inte att veta.',
    notWhen: [
      'för att läsa q som sannolikheten att utslaget är slump',
      'när ett enda test valdes i förväg: då gäller dess eget p',
      'när filter provas tills något slår ut: de försöken räknas inte in',
    ],
  },
  rates: {
    title: 'Antal per invånare',
    question: 'Var är det många i förhållande till hur många som bor där?',
    terms: [
      'antal per 1\u00a0000 invånare och år',
      'antal incidenter i området',
      'invånare i området',
      'periodens längd: dagar/365,25',
      'kvantil i chitvåfördelningen: antalets gränser',
    ],
    unit: 'Per 1\u00a0000 invånare och år.',
    defaults:
      'Befolkningen det år då perioden slutar, eller närmaste kända år. Läget avgör område. Utanför områdena, eller utan position, räknas för sig. Antalets exakta gränser (Garwood) gäller det antal som anmälts.',
    reading:
      'Boende är nämnaren. I ett centrum är det besökarna som är många: talet blir högt utan att risken för en boende är det.',
    notWhen: [
      'för centrum, stationer och gallerior: invånare är fel nämnare',
      'för områden med färre än tio brott: talet är osäkert',
      'för stölder av och ur fordon: fordon vore nämnaren',
    ],
  },
  trendAgainstPeers: {
    title: 'Trend mot jämförda områden',
    question: 'Går området en annan väg än de områden som det jämförs med?',
    terms: [
      'områdets andel av antalet år t',
      'antal i området år t',
      'antal i de jämförda områdena tillsammans år t',
      'hur andelens logaritmerade odds ändras per år',
      'områdets ändring per år delad med de jämfördas',
    ],
    unit: 'Kvot per år: 1,10 är 10 % mer per år än de jämförda.',
    defaults:
      'Samma datum varje år, så långt data räcker. Intervallet vidgas när åren varierar mer än slumpen. Alla områden prövas samtidigt mot de områden som inte avviker, och p-värdena rättas för det (Benjamini-Hochberg, 5 %).',
    reading:
      'Det som alla områden har gemensamt, som en ny rapporteringsrutin, påverkar inte kvoten. Kvoten säger inte varför området avviker.',
    notWhen: [
      'med färre än tre år eller färre än 20 brott i området',
      'när gränser eller brottskoder har ändrats i bara några områden',
      'när de jämförda områdena är av annat slag: välj dem själv',
    ],
  },
} satisfies Record<string, MethodTexts>
