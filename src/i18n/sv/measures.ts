export const measures = {
  title: 'Åtgärder',
}
