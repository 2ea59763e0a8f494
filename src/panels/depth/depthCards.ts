import type { Component } from 'svelte'
import type { DepthMethod } from '../../workers/depth/depthMethods.ts'
import AreaFunnelCard from './AreaFunnelCard.svelte'
import BackTestCard from './BackTestCard.svelte'
import BandwidthCard from './BandwidthCard.svelte'
import ClusteringCard from './ClusteringCard.svelte'
import ConcentrationCard from './ConcentrationCard.svelte'
import CusumCard from './CusumCard.svelte'
import NearRepeatCard from './NearRepeatCard.svelte'
import RepeatPlacesCard from './RepeatPlacesCard.svelte'
import DensityChangeCard from './DensityChangeCard.svelte'
import PatternShiftCard from './PatternShiftCard.svelte'
import RelativeRiskCard from './RelativeRiskCard.svelte'
import EmergingCard from './EmergingCard.svelte'

/** The questions of the panel by group, in order. */
export const DEPTH_GROUPS: { id: 'place' | 'time' | 'trial'; methods: DepthMethod[] }[] = [
  {
    id: 'place',
    methods: [
      'concentration',
      'repeatPlaces',
      'nearRepeat',
      'clustering',
      'densityChange',
      'patternShift',
      'relativeRisk',
      'areaFunnel',
    ],
  },
  { id: 'time', methods: ['emerging', 'cusum'] },
  { id: 'trial', methods: ['backTest', 'bandwidth'] },
]

export const DEPTH_CARDS: Record<DepthMethod, Component> = {
  concentration: ConcentrationCard,
  repeatPlaces: RepeatPlacesCard,
  nearRepeat: NearRepeatCard,
  clustering: ClusteringCard,
  densityChange: DensityChangeCard,
  patternShift: PatternShiftCard,
  relativeRisk: RelativeRiskCard,
  emerging: EmergingCard,
  areaFunnel: AreaFunnelCard,
  cusum: CusumCard,
  backTest: BackTestCard,
  bandwidth: BandwidthCard,
}
