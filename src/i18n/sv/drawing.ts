export const drawing = {
  title: 'Rita',
}
