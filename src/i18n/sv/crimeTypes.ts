import type { Formatter } from '../format.ts'

const rows = (f: Formatter, n: number) => `${f.integer(n)} ${n === 1 ? 'etikett' : 'etiketter'}`

/** Brottstyper: the screen where labels and codes are given types, and where the series break. */
export const crimeTypes = {
  title: 'Brottstyper',
  /** How much of the data is classed. */
  allClassed: (f: Formatter, p: { labels: number }) =>
    p.labels === 1 ? 'Filens enda etikett är klassad.' : `Alla ${f.integer(p.labels)} etiketter är klassade.`,
  someClassed: (f: Formatter, p: { unknown: number; labels: number; rows: number; of: number }) =>
    `${f.integer(p.unknown)} av ${rows(f, p.labels)} är ej ${p.unknown === 1 ? 'klassad' : 'klassade'}: ${f.integer(p.rows)} av ${f.integer(p.of)} brott${p.of >= 10 ? ` (${f.percent(p.rows / p.of)})` : ''}.`,
  withoutType: (f: Formatter, n: number) =>
    n === 1 ? 'Ett brott saknar brottstyp i filen.' : `${f.integer(n)} brott saknar brottstyp i filen.`,
  unclassifiedNow: (f: Formatter, n: number) =>
    n === 1 ? 'Ett brott är ej klassat.' : `${f.integer(n)} brott är ej klassade.`,
  noLabels: 'Underlaget anger inga brottstyper.',
  nothing: 'Öppna en fil med brott, så visas dess etiketter här. Indelningen kan ändras redan nu.',
  back: 'Data',
  actions: {
    undo: 'Ångra',
    redo: 'Gör om',
    save: 'Spara som fil',
    open: 'Öppna fil',
    reset: 'Återställ handbokens',
    resetTitle: 'Handbokens indelning, utan egna klassningar och kodlista. Kan ångras.',
  },
  tabs: {
    label: 'Del av brottstyperna',
    labels: 'Etiketter',
    taxonomy: 'Indelning',
    codeList: 'Kodlista',
    breaks: 'Tidsseriebrott',
  },
  /** What has just been done, for those who hear it. */
  done: {
    classed: (f: Formatter, p: { labels: number; type: string }) =>
      `${rows(f, p.labels)} läses nu som ${p.type}.`,
    unclassed: (f: Formatter, labels: number) =>
      `${rows(f, labels)} är nu ej ${labels === 1 ? 'klassad' : 'klassade'}.`,
    withdrawn: (f: Formatter, labels: number) => `Din klassning av ${rows(f, labels)} är borttagen.`,
  },
  lifted: (p: { names: string }) =>
    `Filtret på ${p.names} är lyft: typen finns inte längre. Det som visas gäller övriga val.`,
  labels: {
    search: 'Sök etikett eller typ',
    show: 'Visa',
    all: 'Alla',
    unknown: 'Ej klassade',
    own: 'Egna klassningar',
    table: 'Etiketter i underlaget',
    help: 'Pil upp och ned flyttar, mellanslag markerar, skift utökar, Ctrl+A markerar alla som visas, Enter öppnar Klassa som.',
    columns: { label: 'Etikett', count: 'Brott', readAs: 'Läses som', why: 'Varför' },
    unclassified: 'Ej klassad',
    none: 'Ingen etikett passar sökningen.',
    chosen: (f: Formatter, p: { labels: number; rows: number }) =>
      `${rows(f, p.labels)} markerade, ${f.integer(p.rows)} brott`,
    chooseFirst: 'Markera etiketter för att klassa dem.',
    classAs: 'Klassa som …',
    withdraw: 'Ta bort min klassning',
    clear: 'Avmarkera',
    selectAll: 'Markera alla som visas',
    suggestion: (type: string) => `Kanske ${type}`,
    accept: (p: { label: string; type: string }) => `Klassa ${p.label} som ${p.type}`,
    more: (f: Formatter, n: number) => `Visa ${f.integer(n)} till`,
    why: {
      person: 'Din klassning',
      codes: (codes: string) => `Kodregel ${codes}`,
      name: 'Typens namn',
      alias: 'Annat namn',
      none: '–',
    },
    codes: (f: Formatter, p: { codes: number; unknown: number }) =>
      `${f.integer(p.codes)} av etiketterna är brottskoder, ${f.integer(p.unknown)} av dem utan typ. Appen vet inte vad koder betyder: klassa dem här, ge regler för hela kodserier under Kodlista, eller öppna en fil med brottstyper.`,
  },
  picker: {
    title: 'Klassa som',
    search: 'Sök brottstyp',
    suggested: 'Liknar etiketten',
    none: 'Ingen brottstyp passar.',
  },
  taxonomy: {
    intro: 'Två nivåer: kategori och brottstyp. Ändringar gäller genast det som är laddat.',
    addType: 'Ny brottstyp',
    addCategory: 'Ny kategori',
    edit: (name: string) => `Ändra ${name}`,
    counted: (f: Formatter, p: { labels: number; rows: number }) =>
      p.labels === 0 ? 'ingen etikett' : `${rows(f, p.labels)}, ${f.integer(p.rows)} brott`,
    sensitive: 'Känslig',
    emptyCategory: 'Inga brottstyper.',
    nameSv: 'Namn',
    nameEn: 'Namn på engelska',
    nameEnHint: 'Lämnas det tomt används det svenska.',
    category: 'Kategori',
    colour: 'Färg',
    colours: (n: number) => `Färg ${n}`,
    class: 'Vad en ökning betyder',
    classes: {
      interaction: 'Offerbrott med interaktion',
      noInteraction: 'Offerbrott utan interaktion',
      proactive: 'Spanings- och ingripandebrott',
    },
    sensitiveLabel: 'Känslig tillsammans med en plats',
    sensitiveHint: 'Utelämnas där platser listas, om den inte begärs.',
    aliases: 'Andra namn som läses som typen, ett per rad',
    save: 'Spara',
    cancel: 'Avbryt',
    merge: 'Slå ihop med',
    mergeDo: 'Slå ihop',
    mergeHint: 'Namnen blir andra namn för den valda typen, och etiketterna följer med.',
    remove: 'Ta bort',
    removeSays: (f: Formatter, p: { labels: number; rows: number }) =>
      p.labels === 0
        ? 'Ingen etikett i underlaget läses som typen.'
        : `${rows(f, p.labels)} (${f.integer(p.rows)} brott) läses som typen. Tas den bort blir de ej klassade; slås den ihop följer de med.`,
    removeCategory: 'Ta bort och flytta typerna till',
    errors: {
      emptyName: 'Skriv ett namn med minst en bokstav eller siffra.',
      nameTaken: (p: { name: string; by: string }) =>
        `${p.name} är redan ett namn på ${p.by}. Välj ett annat namn, eller slå ihop typerna.`,
      lastCategory: 'Den sista kategorin kan inte tas bort.',
    },
  },
  codeList: {
    intro: 'Vilken lista koderna kommer från. Uppgiften följer med i den sparade filen och i exporter.',
    name: 'Kodlistans namn',
    namePlaceholder: 'till exempel Brottskodslistan',
    version: 'Version',
    versionPlaceholder: 'till exempel 2025',
    validFrom: 'Gäller från',
    rules: 'Regler för koder',
    rulesIntro: 'En kod (0811), en serie (0811-0814) eller början av koder (08). Den smalaste regeln gäller.',
    codes: 'Koder',
    type: 'Brottstyp',
    add: 'Lägg till regel',
    remove: (codes: string) => `Ta bort regeln ${codes}`,
    hits: (f: Formatter, p: { labels: number; rows: number }) =>
      p.labels === 0
        ? 'ingen kod i underlaget'
        : `${f.integer(p.labels)} ${p.labels === 1 ? 'kod' : 'koder'}, ${f.integer(p.rows)} brott`,
    none: 'Inga regler än.',
    badCodes:
      'Skriv fyrsiffriga koder, serier som 0811-0814 eller början av koder som 08, åtskilda med komma.',
    noMeanings: 'Appen har inga egna uppgifter om vad koder betyder.',
    badDate: 'Skriv ett datum som 2025-01-01.',
    stamp: (p: { name: string; version: string }) =>
      `Brottskoder enligt ${[p.name, p.version].filter(Boolean).join(', ')}.`,
  },
  breaks: {
    intro:
      'Dagar då brott började klassas eller registreras på ett annat sätt. Jämförelser över en sådan dag får en varning, i appen och i exporter.',
    none: 'Inga tidsseriebrott är angivna.',
    add: 'Nytt tidsseriebrott',
    templates: 'Utgå från …',
    edit: (date: string) => `Ändra tidsseriebrottet ${date}`,
    remove: (date: string) => `Ta bort tidsseriebrottet ${date}`,
    date: 'Första dagen med det nya',
    kind: 'Vad ändrades',
    kinds: { category: 'Vad som räknas till typen', reporting: 'Hur brotten registreras' },
    kindShort: { category: 'Ny definition', reporting: 'Ny registrering' },
    types: 'Gäller',
    allTypes: 'Alla brottstyper',
    someTypes: 'Vissa brottstyper',
    chooseTypes: 'Välj minst en brottstyp.',
    from: 'Från',
    to: 'Till',
    fromPlaceholder: 'till exempel kodlista 2024',
    toPlaceholder: 'till exempel kodlista 2025',
    note: 'Vad som ändrades',
    save: 'Spara',
    cancel: 'Avbryt',
    /** Word at the line in the months' strip. */
    mark: 'Serien bryts',
    sentence: (p: { day: string; types: string; what: string; kind: 'category' | 'reporting' }) =>
      `Serien bryts ${p.day}${p.types ? ` (${p.types})` : ''}${p.what ? `: ${p.what}` : ''}. ${
        p.kind === 'category'
          ? 'Antalen före och efter mäter inte samma sak'
          : 'Antalen före och efter är inte registrerade på samma sätt'
      }, så skillnaden kan bero på det.`,
    change: (p: { from: string; to: string }) =>
      p.from && p.to
        ? `${p.from} blev ${p.to}`
        : p.to
          ? `${p.to} infördes`
          : p.from
            ? `${p.from} upphörde`
            : '',
    severalTypes: (f: Formatter, n: number) => `${f.integer(n)} brottstyper`,
    more: (f: Formatter, n: number) =>
      n === 1 ? 'Ett tidsseriebrott till.' : `${f.integer(n)} tidsseriebrott till.`,
    notice: 'Serien bryts',
    /** Proposals that a person can start from; law by its number in Svensk författningssamling. */
    proposals: {
      consent: {
        label: 'Våldtäkt, 1 juli 2018',
        hint: 'SFS 2018:618, samtyckeslagen',
        note: 'Definitionen av våldtäkt vidgades till att bygga på frivillighet (SFS 2018:618)',
      },
      sexualOffences: {
        label: 'Våldtäkt, 1 april 2005',
        hint: 'SFS 2005:90, ny lagstiftning om sexualbrott',
        note: 'Ny lagstiftning om sexualbrott vidgade definitionen av våldtäkt (SFS 2005:90)',
      },
      codeList: {
        label: 'Ny kodlista vid ett årsskifte',
        hint: 'Fyll i år och versioner',
        note: 'Ny version av kodlistan',
      },
    },
  },
  file: {
    opened: (p: { name: string }) => `${p.name} gäller nu.`,
    ask: (p: { name: string }) => `Hur ska ${p.name} användas?`,
    askText: (f: Formatter, p: { types: number; rules: number; breaks: number }) =>
      `Filen har ${f.integer(p.types)} brottstyper, ${f.integer(p.rules)} klassningar och ${f.integer(p.breaks)} tidsseriebrott. Du har redan egna ändringar.`,
    merge: 'Lägg till mina',
    replace: 'Ersätt mina',
    cancel: 'Avbryt',
    failed: (name: string) => `${name} kan inte öppnas`,
    kept: 'Det du har är kvar.',
    errors: {
      tooLarge: (f: Formatter, p: { bytes: number; most: number }) =>
        `Filen är ${f.bytes(p.bytes)}. Brottstyper får vara högst ${f.bytes(p.most)}: kontrollera att det är rätt fil.`,
      notJson: () => 'Filen är inte läsbar JSON. Öppna en fil som har sparats från skärmen Brottstyper.',
      notCrimeTypes: () =>
        'Filen är inte en fil med brottstyper. Öppna en som har sparats från skärmen Brottstyper.',
      newerVersion: (_: Formatter, p: { version: number; known: number }) =>
        `Filen är av version ${p.version}, och appen läser till och med version ${p.known}. Öppna den i en nyare version av appen.`,
      badValue: (_: Formatter, p: { path: string; value: string }) =>
        `Värdet ${p.value} vid ${p.path || 'filens början'} är inte det som ska stå där. Rätta filen, eller spara den på nytt från appen.`,
      forbiddenKey: (_: Formatter, p: { path: string }) =>
        `Nyckeln ${p.path} får inte finnas i filen. Ta bort den och öppna filen igen.`,
      twice: (_: Formatter, p: { path: string; value: string }) =>
        `Id ${p.value} finns två gånger i ${p.path}. Ge den ena ett annat id.`,
      unknownType: (_: Formatter, p: { path: string; value: string }) =>
        `Typen ${p.value} vid ${p.path} finns inte i filens indelning. Lägg till typen eller ta bort raden.`,
    },
    fileName: 'brottstyper.json',
  },
  /** In the data panel. */
  data: {
    title: 'Brottstyper',
    open: 'Klassa etiketter',
    edit: 'Brottstyper och kodlista',
    own: (f: Formatter, p: { rules: number; breaks: number }) =>
      [
        p.rules > 0 ? `${f.integer(p.rules)} egna ${p.rules === 1 ? 'klassning' : 'klassningar'}` : '',
        p.breaks > 0 ? `${f.integer(p.breaks)} tidsseriebrott` : '',
      ]
        .filter(Boolean)
        .join(', '),
  },
  openFile: {
    codes:
      'Kolumnen ser ut att ha fyrsiffriga brottskoder. De läses efter dina klassningar och kodregler; övriga blir ej klassade.',
    remembered: (f: Formatter, n: number) =>
      `${f.integer(n)} egna ${n === 1 ? 'klassning' : 'klassningar'} används för filen.`,
  },
}
