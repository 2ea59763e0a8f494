import { centre, type Point } from '../frame.ts'

export interface Label {
  name: string
  class: 'district' | 'water' | 'place'
  at: Point
}

export const labels: Label[] = [
  { name: 'Centrum', class: 'district', at: centre(105, 395) },
  { name: 'Norrby', class: 'district', at: [700, 1160] },
  { name: 'Väster', class: 'district', at: [-790, 30] },
  { name: 'Hamnen', class: 'district', at: [-700, -560] },
  { name: 'Östra Strand', class: 'district', at: [1290, 130] },
  { name: 'Söder', class: 'district', at: [-50, -690] },
  { name: 'Ängsbacken', class: 'district', at: [-1640, -80] },
  { name: 'Lillängen', class: 'district', at: [-1750, 510] },
  { name: 'Norrby äng', class: 'district', at: [-1500, 1150] },
  { name: 'Östra Norrby', class: 'district', at: [1800, 1560] },
  { name: 'Ringen', class: 'district', at: [1180, 660] },
  { name: 'Södra ängen', class: 'district', at: [1600, -720] },
  { name: 'Exempelviken', class: 'water', at: [-800, -1080] },
  { name: 'Exempelån', class: 'water', at: [1520, 615] },
  { name: 'Källsjön', class: 'water', at: [3480, 1220] },
  { name: 'Östersjön', class: 'water', at: [-2300, -3100] },
  { name: 'Östersjön', class: 'water', at: [5600, -1700] },
  { name: 'Busstorget', class: 'place', at: centre(45, -16) },
  { name: 'Stora torget', class: 'place', at: centre(331, 396) },
  { name: 'Stationen', class: 'place', at: centre(60, 660) },
  { name: 'Hamnplan', class: 'place', at: [-465, -441] },
  { name: 'Kvarntorget', class: 'place', at: [221, -649] },
  { name: 'Kvarnbacken', class: 'place', at: [300, -560] },
  { name: 'Parkering N', class: 'place', at: [-640, -130] },
  { name: 'Fritidsgården J', class: 'place', at: [-820, 420] },
  { name: 'Norrby torg', class: 'place', at: [600, 1050] },
  { name: 'Stadsparken', class: 'place', at: centre(-170, -290) },
  { name: 'Österparken', class: 'place', at: [760, 240] },
]
