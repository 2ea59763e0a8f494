/** Texts of the deepening analyses of places. */
export const depthPlaces = {
  lattice: (x: string, y: string) =>
    `Positionerna är avrundade till rutor om omkring ${x} × ${y}\u00a0m: en plats är en sådan ruta, inte ett objekt.`,
  placeFilter: 'Platsfiltret räknas inte in.',
  hoursWhole: 'Ett brott räknas helt, hur liten del av det som än faller i de valda timmarna.',
  seed: (seed: string) => `Frö ${seed}.`,
  concentration: {
    countBy: 'Räkna per',
    units: { cells: 'Rutor', areas: 'Områden' },
    unit: (unit: 'cells' | 'areas', size: string) => (unit === 'areas' ? 'områden' : `rutor om ${size}`),
    sentence: (parts: {
      n: string
      noun: string
      period: string
      units: string
      all: string
      unit: string
      kind: 'cells' | 'areas'
      gini: string
      /** Fewer incidents than units: no more units than incidents can hold any. */
      sparse: boolean
      chance: { mean: string; lower: string; upper: string; clear: boolean } | null
    }) =>
      `Hälften av ${parts.n} ${parts.noun}${parts.period} ligger i ${parts.units} av ${parts.all} ${parts.unit}` +
      (parts.chance
        ? parts.chance.clear
          ? `; slumpen skulle ge omkring ${parts.chance.mean} (${parts.chance.lower}–${parts.chance.upper}).`
          : `. Det kan vara slump: den ger omkring ${parts.chance.mean} (${parts.chance.lower}–${parts.chance.upper}).`
        : '.') +
      (parts.sparse
        ? ` Det är färre ${parts.noun} än ${parts.kind === 'areas' ? 'områden' : 'rutor'}; G′\u00a0=\u00a0${parts.gini} räknar in det.`
        : ` G′\u00a0=\u00a0${parts.gini}.`),
    none: (noun: string) => `Inga ${noun} ligger i undersökningsområdet.`,
    columns: {
      incidents: 'Andel av brotten',
      units: 'Andel av platserna',
      count: 'Antal platser',
      least: 'Minst antal brott',
    },
    axis: {
      units: (unit: string) => `Andel av ${unit}, fullast först`,
      incidents: (noun: string) => `Andel av ${noun}`,
    },
    lines: { observed: 'som det är', chance: 'slump', even: 'lika i alla' },
    read: 'Läs av kurvan',
    readout: (units: string, incidents: string) => `${units} av platserna, ${incidents} av brotten`,
    mark: (units: string, incidents: string) => `${units} har ${incidents}`,
    now: (parts: {
      unit: string
      units: string
      n: string
      outside: string
      gini: string
      generalised: string
    }) =>
      `${parts.units} ${parts.unit} i undersökningsområdet, n = ${parts.n}, ${parts.outside} utanför. G = ${parts.gini}, G′ = ${parts.generalised}.`,
    nowChance: (permutations: string) =>
      `Slump: lika många brott delade på lika sannolika rutor, ${permutations} gånger, medel och 95\u00a0% av dem.`,
    overlay: {
      title: (noun: string) => `Hälften av alla ${noun}`,
      half: (count: string, unit: string) => `${count} ${unit} som tillsammans har hälften`,
      areas: 'områden',
      least: (least: string, noun: string) => `Minst ${least} ${noun} i var och en.`,
      tied: (count: string) => `${count} till har lika många som den sista och är inte med.`,
      cell: (size: string) => `Ruta ${size}.`,
    },
  },
  repeatPlaces: {
    sentence: (parts: {
      onRepeats: string
      n: string
      share: string
      places: string
      noun: string
      period: string
      one: boolean
      chance: {
        share: string
        clear: boolean
        given: boolean
        fullest: { count: string; p: string } | null
      } | null
    }) =>
      `${parts.onRepeats} av ${parts.n} ${parts.noun}${parts.period} (${parts.share}) ligger på ${parts.places} ${parts.one ? 'plats' : 'platser'} med minst två` +
      (parts.chance === null
        ? '. Om det är fler än slumpen ger kan inte sägas ur filen.'
        : parts.chance.clear
          ? `; slumpen skulle ge ${parts.chance.given ? 'omkring' : 'högst'} ${parts.chance.share}.`
          : `. Det är inte fler än slumpen kan ge (${parts.chance.given ? 'omkring' : 'upp till'} ${parts.chance.share})` +
            (parts.chance.fullest
              ? `, men den fullaste har ${parts.chance.fullest.count}: mer än slump (${parts.chance.fullest.p}).`
              : '.')),
    none: (n: string, noun: string, period: string) =>
      `Ingen plats har två eller fler av ${n} ${noun}${period}.`,
    onlySensitive:
      'Urvalet har bara brottstyper där plats och typ tillsammans kan peka ut en person. De visas inte per plats.',
    sensitive: 'Ta med känsliga brottstyper',
    sensitiveHint: (count: string) => `${count} brott är utelämnade: plats och typ kan peka ut en person.`,
    sensitiveShown:
      'Listan har brottstyper där plats och typ tillsammans kan peka ut en person. Visa eller dela den inte utanför utredningen.',
    care: 'Platser och objekt, aldrig personer. En plats kan vara ett hem: sekretesspröva innan listan lämnas ut.',
    addresses: 'Adresser eller objekt i området',
    addressesHint: (known: string) =>
      `Tomt: de ${known} platser som filen känner. De är för få, så slumpens andel blir för hög.`,
    addressesTooFew: (places: string) => `Minst ${places}: så många platser har brott.`,
    addressesNone: 'Skriv ett helt tal, eller lämna tomt.',
    distribution: {
      title: 'Platser efter antal brott',
      of: (noun: string) => `Platser efter antal ${noun}`,
      per: 'på platsen',
      places: 'platser',
      incidents: 'brott',
      chance: 'slump',
      from: (from: string) => `${from} eller fler`,
      chanceLabel: (noun: string) => `Ring och sista kolumnen: så många ${noun} som slumpen ger.`,
    },
    list: {
      label: 'Upprepade platser',
      place: 'Plats',
      count: 'Antal',
      before: 'Förut',
      last: 'Senast',
      days: 'Dagar emellan',
      flyTo: (name: string) => `Visa ${name} på kartan`,
      more: (shown: string, all: string) => `De ${shown} fullaste av ${all} platser.`,
      daysTitle: 'Median av dagarna mellan ett brott och nästa',
      showAll: (count: string) => `Visa alla ${count}`,
      showFewer: 'Visa färre',
      others: (count: number, written: string) => (count === 1 ? '1 annan typ' : `${written} andra typer`),
    },
    columns: {
      place: 'Plats',
      area: 'Område',
      northing: 'N',
      easting: 'E',
      count: 'Antal',
      before: 'Förut',
      types: 'Brottstyper',
      last: 'Senast',
      days: 'Dagar emellan',
    },
    now: (parts: { n: string; unplaced: string; places: string; sensitive: string }) =>
      `Platser: positioner avrundade till meter. n = ${parts.n} på ${parts.places} platser, ${parts.unplaced} utan position, ${parts.sensitive} av känsliga typer utelämnade.`,
    nowChance: (parts: { places: string; permutations: string; p: string }) =>
      `Slump: brotten delas på ${parts.places} lika sannolika platser. Väntad andel exakt, ${parts.p} ensidigt av ${parts.permutations} utdelningar.`,
    nowNoChance:
      'Slump: inte räknad, för halva eller fler av de platser som filen känner har brott i urvalet. Ange hur många platser som finns.',
    overlay: {
      title: 'Upprepade platser',
      from: (from: string) => `${from} eller fler`,
      range: (from: string, to: string) => (from === to ? from : `${from}–${to}`),
      note: (shown: string, all: string) => `${shown} av ${all} platser med minst två. Ytan följer antalet.`,
    },
  },
  nearRepeat: {
    distances: 'Avstånd, m',
    days: 'Tid, dagar',
    breaksError: 'Skriv 1 till 6 stigande heltal, till exempel 1, 100, 200.',
    metric: 'Mät',
    metrics: { euclidean: 'Fågelvägen', manhattan: 'Runt hörn' },
    permutations: 'Omdelningar',
    samePlace: 'samma plats',
    upTo: (to: string) => `under ${to}`,
    range: (from: string, to: string) => `${from}–${to}`,
    daysRange: (from: string, to: string) => (from === to ? `${from} d` : `${from}–${to} d`),
    within: { samePlace: 'på samma plats', apart: (range: string) => `${range} isär` },
    sentence: (parts: {
      pairs: string
      n: string
      noun: string
      period: string
      where: string
      when: string
      expected: string
      ratio: string | null
      p: string
      tests: string
      others: number
    }) =>
      `${parts.pairs} par av ${parts.n} ${parts.noun}${parts.period} ligger ${parts.where} inom ${parts.when}, mot väntade ${parts.expected} om dagarna vore slump (${parts.ratio ? `${parts.ratio} gånger, ` : ''}justerat ${parts.p}, ${parts.tests} prov).` +
      (parts.others > 0
        ? ` Fler än slumpen även på ${parts.others === 1 ? 'ett ställe' : `${parts.others} ställen`} till i tabellen.`
        : ''),
    lapse: (from: string, to: string) => (from === '0' ? `${to} dagar` : `${from}–${to} dagar`),
    none: (parts: { n: string; noun: string; period: string; tests: string; p: string }) =>
      `Inget avstånd och ingen tid har fler par än slumpen ger: ${parts.n} ${parts.noun}${parts.period}, ${parts.tests} prov, minsta justerade ${parts.p}.`,
    tooMany: (parts: { pairs: string; distance: string; most: string; permutations: string }) =>
      `Omkring ${parts.pairs} par ligger inom ${parts.distance}, och ${parts.permutations} omdelningar klarar ${parts.most}. Välj en kortare period, en brottstyp eller kortare avstånd` +
      (parts.permutations === '999' ? ', eller 99 omdelningar.' : '.'),
    table: 'Par av brott efter avstånd och tid',
    ratio: (ratio: string) => `${ratio} ×`,
    counts: (observed: string, expected: string) => `${observed} (${expected})`,
    key: 'Kvot mot slump, under den par (väntade). Fet och fylld: fler än slumpen (q\u00a0<\u00a00,05). Grå: kan vara slump.',
    coarse: (least: string) =>
      `Med så få omdelningar kan ett ensamt värde aldrig bli säkert: minsta justerade p är ${least}. Välj 999.`,
    columns: {
      distance: 'Avstånd',
      days: 'Dagar',
      observed: 'Par',
      expected: 'Väntat',
      ratio: 'Kvot',
      p: 'p',
      q: 'q',
    },
    now: (parts: { n: string; unplaced: string; undated: string; metric: string }) =>
      `n = ${parts.n}, ${parts.unplaced} utan position och ${parts.undated} utan datum utelämnade. Hela dagar i ortens kalender. ${parts.metric}.`,
    nowChance: (parts: { permutations: string; tests: string }) =>
      `Dagarna delades om ${parts.permutations} gånger. p är ensidigt (fler par än slumpen); q är p justerat för ${parts.tests} prov (Benjamini–Hochberg). Väntat är exakt.`,
  },
  clustering: {
    permutations: 'Omdelningar',
    sentence: (parts: {
      n: string
      noun: string
      period: string
      observed: string
      expected: string
      verdict: 'clustered' | 'dispersed' | 'chance'
      index: string
      p: string
    }) =>
      `${parts.n} ${parts.noun}${parts.period} har i medel ${parts.observed} till närmaste, mot ${parts.expected} om de låg var som helst i området: ` +
      {
        clustered: 'tätare än slump',
        dispersed: 'glesare än slump',
        chance: 'det kan vara slump',
      }[parts.verdict] +
      ` (R = ${parts.index}, ${parts.p}).`,
    onlyRepeats: (index: string, p: string) =>
      ` Räknas varje plats en gång är det inte tätare (R = ${index}, ${p}): det är platser som upprepas.`,
    cells: (parts: { highHigh: string; lowLow: string; outliers: string | null }) =>
      ` Rutor höga bland höga: ${parts.highHigh}, låga bland låga: ${parts.lowLow}${parts.outliers === null ? '' : `, avvikande: ${parts.outliers}`}.`,
    noCells: 'Ingen ruta kan skiljas från slump tillsammans med sina grannar.',
    none: 'Inga brott ligger i undersökningsområdet.',
    nearest: {
      label: 'Avstånd till närmaste',
      set: 'Räknat',
      incidents: 'varje brott',
      places: 'varje plats en gång',
      n: 'n',
      observed: 'Medel',
      expected: 'Slump',
      index: 'R',
      p: 'p',
    },
    classes: {
      highHigh: 'hög bland höga',
      highLow: 'hög bland låga',
      lowHigh: 'låg bland höga',
      lowLow: 'låg bland låga',
      none: 'kan vara slump',
    },
    cellsTitle: 'Rutor',
    columns: { class: 'Klass', cells: 'Rutor', incidents: 'Brott', surface: 'Andel av rutorna' },
    key: 'Fet: skild från slump.',
    coarse: (needed: string, permutations: string, more: boolean) =>
      `Med ${permutations} omdelningar måste minst ${needed} rutor nå det minsta p för att någon ska räknas (FDR).${more ? ' Välj 9\u00a0999.' : ''}`,
    caution:
      'R jämför med brott som kan ligga var som helst i området. Gator, hus och vatten gör nästan allt tätare än så.',
    coincident: (share: string) => `${share} av brotten delar plats med ett annat: avståndet är då noll.`,
    nowNearest: (parts: { n: string; surface: string; study: string; outside: string }) =>
      `n = ${parts.n} på ${parts.surface} km² (${parts.study}), ${parts.outside} utanför. p är tvåsidigt (normalfördelning), utan kantkorrektion.`,
    study: { areas: 'de inlästa områdena', hull: 'skalet kring alla brott' },
    nowMoran: (parts: { cells: string; size: string; permutations: string; lonely: string }) =>
      `${parts.cells} rutor om ${parts.size} prövade, ${parts.lonely} utan granne. Grannar: åtta runt om, lika vikt. p är tvåsidigt av ${parts.permutations} omdelningar; q = FDR (Benjamini–Hochberg), gräns 0,05.`,
    overlay: {
      title: 'Lokalt Moran',
      cell: (size: string) => `Ruta ${size}. Övriga rutor kan vara slump.`,
    },
  },
}
