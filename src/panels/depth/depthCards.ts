import type { Component } from 'svelte'
import type { DepthMethod } from '../../workers/depth/depthMethods.ts'
import ConcentrationCard from './ConcentrationCard.svelte'

/** The questions of the panel by group, in order. */
export const DEPTH_GROUPS: { id: 'place' | 'time' | 'trial'; methods: DepthMethod[] }[] = [
  { id: 'place', methods: ['concentration'] },
  { id: 'time', methods: [] },
  { id: 'trial', methods: [] },
]

export const DEPTH_CARDS: Record<DepthMethod, Component> = {
  concentration: ConcentrationCard,
}
