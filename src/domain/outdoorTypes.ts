/**
 * Types of the default taxonomy whose place is a street, a square, a park or a car park, and which are reported by who was exposed: what a person who
 * walks there can meet. Left out: crimes indoors and against shops and homes, threats and harassment (half of them by phone), those that come close
 * to identity, and those found by intervention, where more may only be more police.
 */
export const OUTDOOR_TYPES: readonly string[] = [
  'misshandel-utomhus',
  'personran',
  'tillgrepp-fordon',
  'cykelstold',
  'stold-ur-fordon',
  'skadegorelse-fordon',
  'skadegorelse-offentligt',
  'klotter',
  'skadegorelse-ovrig',
]
