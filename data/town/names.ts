import { randomStream } from '../random.ts'

/** Street names for the lines that the plan leaves unnamed: trees, birds, trades; -vägen among villas, else -gatan. */
const stems = [
  'Al', 'Ask', 'Asp', 'Bok', 'Ek', 'En', 'Gran', 'Hassel', 'Hägg', 'Lärk', 'Lönn', 'Olvon', 'Pil', 'Rönn', 'Sälg',
  'Tall', 'Alm', 'Syren', 'Ros', 'Liljekonvalj', 'Blåsipps', 'Vitsipps', 'Klöver', 'Ljung', 'Mal', 'Nypon', 'Hallon',
  'Lingon', 'Blåbärs', 'Smultron', 'Hjortron', 'Trast', 'Svalu', 'Spov', 'Tärn', 'Mås', 'Tran', 'Ug', 'Falk', 'Hök',
  'Örn', 'Gök', 'Sparv', 'Fink', 'Mes', 'Ärl', 'Lom', 'And', 'Svan', 'Räv', 'Grävlings', 'Igelkotts', 'Har', 'Älg',
  'Råbocks', 'Ekorr', 'Mård', 'Utter', 'Bäver', 'Snickar', 'Murar', 'Målar', 'Glas', 'Tunnbindar', 'Sadelmakar',
  'Skomakar', 'Bagar', 'Slaktar', 'Hattmakar', 'Repslagar', 'Segelmakar', 'Båtbyggar', 'Fiskar', 'Lots', 'Fyr',
  'Ankar', 'Kompass', 'Kapten', 'Styrmans', 'Matros', 'Väktar', 'Sot', 'Kol', 'Vete', 'Råg', 'Korn', 'Lin', 'Humle',
  'Hö', 'Tröskverks', 'Lie', 'Räfs', 'Plog', 'Harv', 'Vagns', 'Hjul', 'Sten', 'Sand', 'Grus', 'Ler', 'Back', 'Dal',
  'Höjd', 'Brink', 'Källar', 'Brunns', 'Källe', 'Bäck', 'Damm', 'Sjö', 'Vik', 'Udd', 'Holm', 'Skärs', 'Strand', 'Kust',
  'Dim', 'Regn', 'Snö', 'Frost', 'Vinter', 'Vår', 'Sommar', 'Höst', 'Morgon', 'Kväll', 'Mån', 'Stjärn', 'Norrskens',
  'Kärn', 'Päron', 'Äppel', 'Plommon', 'Körsbärs', 'Krusbärs', 'Vinbärs', 'Hagtorns', 'Slån', 'Getings', 'Bi',
  'Fjärils', 'Myr', 'Slända', 'Tegel', 'Kalk', 'Järn', 'Koppar', 'Silver', 'Guld', 'Tenn', 'Mässings',
  'Urmakar', 'Bokbindar', 'Tryckar', 'Garn', 'Väv', 'Ull', 'Lamm', 'Get', 'Hag', 'Ängs', 'Åker', 'Tegs', 'Lund',
]

/** Hands out each name once, in a seeded order. */
export function streetNames(taken: Iterable<string>): (suffix: 'gatan' | 'vägen') => string {
  const used = new Set(taken)
  const order = randomStream('street names').shuffle([...stems])
  let at = 0
  let round = ''
  return (suffix) => {
    for (;;) {
      if (at === order.length) {
        at = 0
        round = round === '' ? 'Norra ' : round === 'Norra ' ? 'Södra ' : 'Lilla '
      }
      const name = `${round}${order[at++]!}${suffix}`
      if (used.has(name)) continue
      used.add(name)
      return name
    }
  }
}
