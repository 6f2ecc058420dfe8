/** What others may do with something they take along, in words. */
export const LICENCES = [
  'Vrij te gebruiken (CC0)',
  'Vrij te gebruiken, noem de makers (CC BY 4.0)',
  'Vrij te gebruiken, noem de makers en deel op dezelfde manier (CC BY-SA 4.0)',
  'Te gebruiken zonder eraan te verdienen, noem de makers (CC BY-NC 4.0)',
  'Alleen voor eigen gebruik',
] as const
