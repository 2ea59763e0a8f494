export const effect = {
  title: 'Effekt',
}
