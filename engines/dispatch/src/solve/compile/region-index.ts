// The regions of the targets as numbers, found by the places that contain them or lie in them.

const LENGTHS = [2, 4, 6, 9, 12]

interface RegionIndex {
  /** Of each target, the number of its region. */
  readonly regionOf: Int32Array
  /** The numbers of the regions that contain the place or lie in it. */
  readonly touching: (place: string) => readonly number[]
}

/** Indexes the region of each target, cut to the level at which bars compare. */
export function prepareRegionIndex(regions: readonly string[]): RegionIndex {
  const numbers = new Map<string, number>()
  const within = new Map<string, number[]>()
  const regionOf = Int32Array.from(regions, (code) => {
    const known = numbers.get(code)
    if (known !== undefined) return known
    const number = numbers.size
    numbers.set(code, number)
    for (const length of LENGTHS) {
      if (length > code.length) break
      const around = code.slice(0, length)
      const list = within.get(around)
      if (list === undefined) within.set(around, [number])
      else list.push(number)
    }
    return number
  })
  return {
    regionOf,
    touching(place) {
      const found = [...(within.get(place) ?? [])]
      for (const length of LENGTHS) {
        const number = length < place.length ? numbers.get(place.slice(0, length)) : undefined
        if (number !== undefined) found.push(number)
      }
      return found
    },
  }
}
