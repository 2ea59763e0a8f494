import type { Formatter } from '../format.ts'

export const project = {
  title: 'Projekt',
  lead: 'Data, områden, vyer och inställningar i en fil, som öppnas igen med samma siffror.',
  name: 'Projektets namn',
  save: 'Spara projekt …',
  open: 'Öppna projekt …',
  states: {
    notSaved: 'Inte sparat som fil.',
    saved: (clock: string) => `Sparat som fil ${clock}.`,
    changed: (clock: string) => `Ändrat sedan filen sparades ${clock}.`,
  },
  saving: {
    title: 'Spara projekt',
    contents: 'Filen rymmer de lästa raderna så som de står här, utan det som togs bort vid inläsningen.',
    protect: 'Skydda med lösenfras',
    protectHint: 'Utan lösenfras kan den som har filen läsa allt i den.',
    save: 'Spara fil',
    working: (name: string) => `Sparar ${name}`,
  },
  opening: {
    working: (name: string) => `Öppnar ${name}`,
    title: 'Projektet är krypterat',
    text: (name: string) => `Skriv lösenfrasen till ${name}.`,
    textKept: 'Skriv lösenfrasen till projektet som är sparat på den här datorn.',
    open: 'Öppna',
    wrong: 'Lösenfrasen stämmer inte. Stora och små bokstäver är olika.',
  },
  passphrase: {
    label: 'Lösenfras',
    again: 'Lösenfrasen igen',
    show: 'Visa lösenfrasen',
    differs: 'De två lösenfraserna är inte lika.',
    missing: 'Skriv en lösenfras, eller avstå från skyddet.',
    lost: 'Lösenfrasen sparas ingenstans. Glöms den kan ingen öppna filen.',
    strength: {
      none: (advised: string) => `Minst ${advised} tecken, gärna fyra ord som inte hör ihop.`,
      short: (advised: string) => `Kort: gissas snabbt. Minst ${advised} tecken är bättre, gärna fyra ord.`,
      monotonous: () => 'Få olika tecken: gissas snabbt. Fyra ord som inte hör ihop är bättre.',
      fair: () => 'Duger om den inte är ett känt uttryck.',
      good: () => 'Lång: svår att gissa om den inte är ett känt uttryck.',
    },
  },
  kept: {
    label: 'Kom ihåg på den här datorn',
    hint: 'Avstängt: inget sparas i webbläsaren.',
    saved: (clock: string, size: string) => `Sparat på den här datorn ${clock}, ${size}.`,
    savedEncrypted: (clock: string, size: string) => `Sparat krypterat på den här datorn ${clock}, ${size}.`,
    writing: 'Sparar på den här datorn …',
    title: 'Kom ihåg på den här datorn',
    text: 'Projektet läggs i webbläsarens privata filsystem och skrivs om vid ändringar. Det öppnas härifrån nästa gång.',
    risk: 'Utan lösenfras kan var och en som använder webbläsarprofilen läsa det. Webbläsaren kan ta bort det om datorn får ont om plats: spara även som fil.',
    protectHint: 'Lösenfrasen frågas då efter varje gång.',
    begin: 'Kom ihåg',
    found: (name: string, clock: string) => `På datorn ligger ${name} från ${clock}.`,
    foundEncrypted: (clock: string) => `På datorn ligger ett krypterat projekt från ${clock}.`,
    open: 'Fortsätt med det',
    remove: 'Ta bort från datorn',
    goOn: (name: string) => `Fortsätt med ${name}`,
    goOnEncrypted: 'Fortsätt med det sparade projektet',
    goOnHint: (clock: string) => `Sparat på den här datorn ${clock}.`,
  },
  forget: {
    open: 'Glöm allt …',
    title: 'Glöm allt på den här datorn',
    text: 'Allt som sidan har sparat i webbläsaren tas bort, och det som är öppet stängs. Filer som du själv har sparat rörs inte.',
    unsaved: 'Öppna data är inte sparade och går förlorade.',
    history:
      'Adresser i webbläsarens historik når sidan inte: rensa dem i webbläsaren om vyerna ska glömmas.',
    confirm: 'Glöm allt',
    done: (f: Formatter, files: number, bytes: number, entries: number) => {
      if (files === 0 && entries === 0) return 'Inget var sparat i webbläsaren. Det som var öppet är stängt.'
      const parts = []
      if (files > 0) parts.push(`${f.integer(files)} ${files === 1 ? 'fil' : 'filer'} (${f.bytes(bytes)})`)
      if (entries > 0) parts.push(`${f.integer(entries)} ${entries === 1 ? 'annan post' : 'andra poster'}`)
      return `Borttaget ur webbläsaren: ${f.list(parts)}. Det som var öppet är stängt.`
    },
  },
  views: {
    title: 'Sparade vyer',
    none: 'Spara det som är valt och visat under ett namn.',
    save: 'Spara vy',
    name: 'Vyns namn',
    proposed: (number: string) => `Vy ${number}`,
    open: (name: string) => `Öppna vyn ${name}`,
    rename: (name: string) => `Döp om vyn ${name}`,
    remove: (name: string) => `Ta bort vyn ${name}`,
    removed: (name: string) => `Vyn ${name} är borttagen.`,
    undo: 'Ångra',
    keep: 'Spara namnet',
  },
  errors: {
    notProject: () => 'Filen är inget projekt från Lägesbild. Välj en fil som slutar på .lagesbild.',
    newerVersion: (f: Formatter, { version, known }: { version: number; known: number }) =>
      `Filen är av version ${f.integer(version)}, och den här sidan läser till och med version ${f.integer(known)}. Öppna den i en nyare Lägesbild.`,
    damaged: () =>
      'Filen är skadad: innehållet är inte det som sparades. Hämta den på nytt eller öppna en annan kopia.',
    truncated: () => 'Filens slut saknas. Kopieringen eller hämtningen avbröts troligen: hämta den på nytt.',
    unsound: () =>
      'Filen är hel men innehåller något som Lägesbild inte skriver. Den öppnas inte. Fråga den som gjorde den.',
    tooLarge: () => 'Projektet är större än vad som ryms. Begränsa perioden eller dela upp filerna.',
    passphraseNeeded: () => 'Projektet är krypterat. Skriv lösenfrasen.',
    wrongPassphrase: () => 'Lösenfrasen stämmer inte.',
    noCrypto: () =>
      'Webbläsaren krypterar bara på sidor som hämtas med https. Spara utan lösenfras, eller öppna Lägesbild med https.',
    noStorage: () =>
      'Webbläsaren låter inte sidan spara något, som i ett privat fönster. Spara projektet som fil i stället.',
    storageFull: () =>
      'Platsen som webbläsaren ger sidan är slut. Det som sparades förut är kvar. Spara projektet som fil i stället.',
    storageBusy: () =>
      'En annan flik sparar på den här datorn. Stäng den, eller sluta komma ihåg där, och försök igen.',
    unexpected: (_: Formatter, { detail }: { detail: string }) => `Det gick inte: ${detail}. Inget ändrades.`,
  },
}
