export const beforeAfter = {
  title: 'Före och efter',
}
