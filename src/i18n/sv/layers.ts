const rows = (count: string) => `${count} ${count === '1' ? 'rad' : 'rader'}`

export const layers = {
  title: 'Lager',
  /** How many of a kind a layer holds. */
  count: {
    crime: (n: string) => `${n} anmälda brott`,
    event: (n: string) => `${n} ${n === '1' ? 'händelse' : 'händelser'}`,
    fire: (n: string) => `${n} ${n === '1' ? 'brand eller insats' : 'bränder och insatser'}`,
    repair: (n: string) => `${n} ${n === '1' ? 'reparation' : 'reparationer'}`,
  },
  summary: (layerCount: string, rowCount: string) => `${layerCount} lager med ${rowCount} rader.`,
  sheet: (name: string) => `bladet ${name}`,
  continues: (name: string) => `Fyller på ${name}.`,
  duplicatesLeftOut: (n: string) => `${rows(n)} fanns redan i en tidigare fil och är inte inlästa igen.`,
  duplicatesKept: (n: string) => `${rows(n)} finns också i en tidigare fil och är inlästa ändå.`,
  updated: (n: string) =>
    `${rows(n)} har samma beteckning som en tidigare rad men nytt innehåll och ersätter den.`,
  replaced: (n: string) => `${rows(n)} är ersatta av en senare fil.`,
  appendTo: 'Fyll på …',
  replaceThis: 'Ersätt …',
  remove: 'Ta bort',
  removeQuestion: (name: string, n: string) =>
    `Ta bort ${name} med ${rows(n)}? Filen på datorn rörs inte, men lagret måste öppnas på nytt för att komma tillbaka.`,
  removeNow: 'Ta bort lagret',
  keep: 'Behåll',
  /** What the file becomes. */
  plan: {
    title: 'Lager',
    label: 'Filen blir',
    append: (name: string) => `Påfyllning av ${name}`,
    replace: (name: string) => `Ny version av ${name}`,
    layer: 'Eget lager',
    all: 'Enda lagret',
    explain: {
      append: 'Filens rader läggs till i lagret. Rader som redan finns där läses inte in igen.',
      replace: 'Lagrets rader tas bort och filens kommer i stället. Övriga lager rörs inte.',
      layer: 'Filens rader läggs bredvid de andra lagren. Slag räknas aldrig ihop.',
      all: 'Allt som är öppet stängs.',
    },
    byId: (column: string) => `Samma incident känns igen på ${column}.`,
    byContent:
      'Samma incident känns igen på tid, plats och typ, eftersom ingen kolumn är vald som beteckning.',
    keepDuplicates: 'Läs in dubbletter också',
    otherColumns: 'Filens kolumner skiljer sig från lagrets.',
    metric: (crs: string) => `Positionerna räknas om till ${crs}, som första filen.`,
  },
}
