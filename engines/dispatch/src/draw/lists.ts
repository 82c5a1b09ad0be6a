/** The lists of a problem, in the order in which a draw freezes them. */
export const LISTS = [
  'regions',
  'people',
  'teams',
  'targets',
  'ties',
  'apart',
  'barred',
  'history',
  'dispatched',
  'travel',
  'pins',
  'waivers',
] as const

export type ListName = (typeof LISTS)[number]
