import Car from '@lucide/svelte/icons/car'
import Ellipsis from '@lucide/svelte/icons/ellipsis'
import EyeOff from '@lucide/svelte/icons/eye-off'
import Lightbulb from '@lucide/svelte/icons/lightbulb'
import Signpost from '@lucide/svelte/icons/signpost'
import SprayCan from '@lucide/svelte/icons/spray-can'
import Trash from '@lucide/svelte/icons/trash-2'
import UserX from '@lucide/svelte/icons/user-x'
import Users from '@lucide/svelte/icons/users'
import Wrench from '@lucide/svelte/icons/wrench'

import type { LucideIcon } from '@lucide/svelte'
import type { ObservationCategory } from '../domain/safetyWalk.ts'

/** The sign of each category of observation. */
export const CATEGORY_ICONS: Readonly<Record<ObservationCategory, LucideIcon>> = {
  lighting: Lightbulb,
  sightlines: EyeOff,
  upkeep: Trash,
  damage: SprayCan,
  maintenance: Wrench,
  traffic: Car,
  desolation: UserX,
  unsafeGathering: Users,
  wayfinding: Signpost,
  other: Ellipsis,
}
