export const walks = {
  title: 'Trygghetsvandringar',
}
