export const drawing = {
  title: 'Rita',
  bar: 'Rita på kartan',
  /** What the hand and the keys do. */
  help: {
    point: 'Klicka där platsen är. Esc avbryter.',
    line: 'Klicka för varje hörn. Dubbelklick eller Enter avslutar, Backsteg tar bort det senaste hörnet, Esc avbryter.',
    polygon:
      'Klicka för varje hörn. Dubbelklick eller Enter avslutar, Backsteg tar bort det senaste hörnet, Esc avbryter.',
    edit: 'Dra i ett hörn för att flytta det, i en mittpunkt för ett nytt. Högerklick tar bort ett hörn. Enter avslutar, Esc avbryter.',
    editPoint: 'Dra i punkten för att flytta den. Enter avslutar, Esc avbryter.',
  },
  corners: (n: string, one: boolean) => (one ? '1 hörn' : `${n} hörn`),
  undo: 'Ångra senaste hörnet',
  undoMove: 'Ångra senaste flytten',
  done: 'Klar',
  cancel: 'Avbryt',
  type: 'Skriv koordinater',
  problems: {
    fewCorners: {
      point: 'Det finns ingen punkt än. Klicka på kartan eller skriv en koordinat.',
      line: 'En linje behöver minst två hörn. Sätt ut fler, eller avbryt.',
      polygon: 'Ett område behöver minst tre olika hörn. Sätt ut fler, eller avbryt.',
    },
    crossing:
      'Gränsen korsar eller rör sig själv, så det går inte att säga vad som ligger inom den. Flytta eller ta bort ett hörn.',
    noArea: 'Området har ingen yta: hörnen ligger på en linje. Flytta ett av dem.',
  },
  ownArea: {
    name: 'Eget område',
    nameLabel: 'Namn',
    draw: 'Rita ett eget område',
    change: 'Ändra gränsen',
    prompt: 'Rita området som ska räknas',
    changePrompt: (name: string) => `Ändra gränsen för ${name}`,
    heading: 'Eget område',
  },
  zones: {
    label: 'Områden som jämförs',
    origins: {
      measure: 'åtgärdens egen plats',
      ring: (width: string) => `0–${width} runt åtgärdsplatsen`,
      proposed: 'föreslagen av appen',
      drawn: 'ritad för hand',
      areas: (names: string) => `inlästa områden: ${names}`,
      given: 'följde med projektet',
    },
    chosen: (name: string) => `vald bland förslagen: ${name}`,
    none: 'används inte',
    missing: 'inget lämpligt område hittades',
    surface: (hectares: string) => `${hectares} ha`,
    width: 'Ringens bredd',
    redraw: 'Rita om',
    draw: 'Rita',
    areas: 'Välj områden',
    remove: 'Ta bort',
    propose: 'Föreslå igen',
    /** For ears: which place a button belongs to. */
    of: (action: string, zone: string) => `${action}: ${zone}`,
    prompts: {
      target: 'Rita platsen där åtgärden verkar',
      displacement: 'Rita området dit brott kan flytta',
      control: 'Rita jämförelseområdet',
      displacementControl: 'Rita jämförelseområdet till ringen',
    },
    candidates: 'Föreslagna jämförelseområden',
    candidatesShown: 'Visa förslagen på kartan',
    candidatesHint: 'Klicka på ett område på kartan för att välja det.',
    candidate: {
      rest: 'Resten av orten',
      moved: (metres: string, way: string) => `Samma form ${metres}\u00a0m åt ${way}`,
      ways: ['norr', 'nordost', 'öster', 'sydost', 'söder', 'sydväst', 'väster', 'nordväst'],
    },
    candidateFacts: (p: { before: string; ratio: string; trend: string | null; likeness: string }) =>
      `${p.before} före, nivå ${p.ratio} av åtgärdsplatsens, ${
        p.trend === null ? 'trenden är inte prövad' : `${p.trend} för lika trend`
      }, brottstyperna liknar till ${p.likeness}`,
    notComparable: 'inte jämförbart',
    overlaps: 'Områdena överlappar: effekten kan inte bedömas.',
    overlap: (p: { a: string; b: string; surface: string; share: string }) =>
      `${p.a} och ${p.b} delar ${p.surface} (${p.share} av det mindre).`,
    noAreas: 'Inga områden är inlästa.',
  },
  typed: {
    corners: 'Hörn, ett per rad',
    point: 'Koordinat',
    hint: (crs: string) => `Till exempel 58,1428 18,2713 eller 6449169 691935 (${crs}).`,
    use: 'Visa på kartan',
    readAs: (crs: string) => `Läst som ${crs}.`,
    row: (n: string, problem: string) => `Rad ${n}: ${problem}`,
    problems: {
      empty: 'Skriv en koordinat.',
      unreadable: (text: string) =>
        `”${text}” kan inte läsas som en koordinat. Skriv latitud och longitud, eller nord och öst i meter.`,
      outside: (text: string) =>
        `”${text}” ligger utanför kartan. Latitud går till 90 grader och longitud till 180; meter läses i SWEREF 99 TM och datamängdens eget system.`,
      far: (text: string, km: string) =>
        `”${text}” ligger ${km} km från det som är inläst. Kontrollera siffrorna och deras ordning.`,
    },
    pick: 'Peka ut på kartan',
  },
}
