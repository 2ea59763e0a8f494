export const process = {
  title: 'Processen',
}
