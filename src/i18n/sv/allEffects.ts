export const allEffects = {
  title: 'Alla åtgärder',
}
