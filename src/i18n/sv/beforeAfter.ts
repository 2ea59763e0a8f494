import type { Formatter } from '../format.ts'

export const beforeAfter = {
  title: 'Före och efter',
  modes: {
    label: 'Före och efter på kartan',
    off: 'Av',
    swipe: 'Svep',
    side: 'Bredvid',
    difference: 'Skillnad',
  },
  sides: { before: 'Före', after: 'Efter' },
  maps: { before: 'Karta före', after: 'Karta efter' },
  /** Under the name of a side: its period and what lies in it. */
  count: (n: string, noun: string) => `${n} ${noun}`,
  line: {
    label: 'Linje mellan före och efter',
    value: (share: string) => `Före på kartans vänstra ${share}, efter på resten`,
  },
  legend: {
    sameScale: 'Samma skala före och efter',
    here: (p: { before: string; after: string }) => `Här: ${p.before} före, ${p.after} efter`,
    preview: 'Förhandsbild, räknas exakt',
    computing: 'Räknar…',
    difference: {
      crime: 'Ändring, brott per km² och år',
      event: 'Ändring, händelser per km² och år',
      fire: 'Ändring, bränder och insatser per km² och år',
      repair: 'Ändring, reparationer per km² och år',
    },
    less: 'minskning',
    none: 'lika',
    more: 'ökning',
    mayBeChance: 'streckat: kan vara slump',
    clear: 'helt, med kant: mer än slump',
    notTested: (k: string, metres: string) => `Ej ritat: färre än ${k} inom ${metres}`,
    changeHere: (change: string, verdict: string) => `Här: ${change} per km² och år, ${verdict}`,
    verdict: {
      mayBeChance: 'kan vara slump',
      clear: 'mer än slump',
      lag: 'avviker inte åt det hållet',
      untested: 'för få för att prövas',
    },
  },
  reading: {
    name: 'Skillnaden i ord',
    clear: (f: Formatter, p: { falls: number; rises: number; names: string[] }) => {
      const places = (n: number) => `${f.integer(n)} ${n === 1 ? 'ställe' : 'ställen'}`
      const named = p.names.length > 0 ? `: ${f.list(p.names)}` : ''
      if (p.falls > 0 && p.rises > 0)
        return `Minskning på ${places(p.falls)} och ökning på ${places(p.rises)} som inte ser ut som slump${named}.`
      return `${p.falls > 0 ? 'Minskning' : 'Ökning'} på ${places(p.falls + p.rises)} som inte ser ut som slump${named}.`
    },
    none: 'Inget ställe skiljer sig från hela ortens ändring mer än slumpen kan göra.',
    computing: 'Prövar om ändringen kan vara slump',
    relabelling: (done: string) => `${done} av omflyttningarna`,
    counts: (p: { before: string; after: string; noun: string }) =>
      `I hela orten ${p.before} ${p.noun} före och ${p.after} efter.`,
    hatched: (p: { hatched: string; tested: string; tooFew: string }) =>
      `${p.hatched} av ${p.tested} prövade rutor är streckade: kan vara slump. ${p.tooFew} rutor har för få för att prövas.`,
    method: (relabellings: string) =>
      `Varje ruta prövad mot hela ortens ändring: ${relabellings} omflyttningar av före och efter, tvåsidigt, FDR 5\u00a0%.`,
    smallest: (km2: string) => `Ett ställe mindre än ${km2} km² kan inte skiljas från slumpen här.`,
    fewOfThem: (n: string) => `${n} med färre än fem incidenter räknas inte som ställen.`,
    nothing: 'Det finns för få incidenter före eller efter för att pröva skillnaden.',
    failed: 'Skillnaden kunde inte räknas.',
    stopped: 'Prövningen är stoppad.',
    again: 'Räkna igen',
    how: 'Ställen, antal och prövning',
    snapped: 'Med så här många räknas varje punkt i sin rutas mitt.',
    places: 'Ställen som ändrats mer än slump',
  },
  missing: {
    question:
      'Välj en period som data täcker både för perioden och för jämförelsen, eller öppna en åtgärd, för att se före och efter.',
    tooFew: 'För få för en karta före och efter.',
  },
  columns: {
    place: 'Ställe',
    direction: 'Riktning',
    before: 'Före',
    after: 'Efter',
    change: 'Ändring per km² och år',
    surface: 'Yta, km²',
    q: 'q',
  },
  direction: { rise: 'ökning', fall: 'minskning' },
  exports: {
    label: 'Spara före och efter',
    csv: 'Rutor (CSV)',
    geojson: 'Rutor (GeoJSON)',
    png: 'Karta som bild (PNG)',
    file: 'fore-efter',
    columns: {
      east: 'Öst, m',
      north: 'Nord, m',
      before: 'Före, per km² och år',
      after: 'Efter, per km² och år',
      difference: 'Ändring, per km² och år',
      expected: 'Hela ortens ändring, per km² och år',
      p: 'p',
      q: 'q (FDR)',
      verdict: 'Bedömning',
    },
    verdicts: {
      mayBeChance: 'kan vara slump',
      rise: 'ökning, mer än slump',
      fall: 'minskning, mer än slump',
      lag: 'annan ändring än hela orten, men inte åt det hållet',
    },
    notes: {
      periods: (p: { before: string; after: string }) => `Före: ${p.before}. Efter: ${p.after}.`,
      types: (names: string) => `Brottstyper: ${names}.`,
      stripes: 'Streckat kan vara slump. Helt, med kant, är mer än slump.',
      surface: (p: { bandwidth: string; cell: string }) =>
        `Kvartisk kärna, bandbredd ${p.bandwidth}, rutor om ${p.cell}.`,
      swipe: (p: { before: string; after: string }) =>
        `Till vänster om linjen: före, ${p.before}. Till höger: efter, ${p.after}.`,
      side: (p: { before: string; after: string }) =>
        `Vänster bild: före, ${p.before}. Höger bild: efter, ${p.after}.`,
    },
    pictureTitle: (p: { before: string; after: string }) => `Före ${p.before} och efter ${p.after}`,
  },
}
