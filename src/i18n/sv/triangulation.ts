export const triangulation = {
  title: 'Upplevt och anmält',
}
