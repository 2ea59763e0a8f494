export const preventionFiles = {
  title: 'Filer med vandringar och åtgärder',
}
