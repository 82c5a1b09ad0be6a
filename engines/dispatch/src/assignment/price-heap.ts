// Who is cheapest, and who comes next, while prices only rise: a binary heap of people.

export interface PriceHeap {
  readonly cheapest: () => number
  /** The price of the second cheapest; infinite where there is only one. */
  readonly nextPrice: () => number
  /** To be told after a person's price has risen. */
  readonly risen: (person: number) => void
}

export function priceHeap(prices: Float64Array): PriceHeap {
  const count = prices.length
  const heap = Int32Array.from(prices, (_, person) => person)
  const placeOf = heap.slice()
  const priceAt = (place: number): number =>
    place < count ? (prices[heap[place] ?? 0] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
  const sink = (from: number): void => {
    const person = heap[from] ?? 0
    const price = prices[person] ?? 0
    let place = from
    for (;;) {
      let child = 2 * place + 1
      if (priceAt(child + 1) < priceAt(child)) child++
      if (!(priceAt(child) < price)) break
      const other = heap[child] ?? 0
      heap[place] = other
      placeOf[other] = place
      place = child
    }
    heap[place] = person
    placeOf[person] = place
  }
  for (let place = count >> 1; place >= 0; place--) if (place < count) sink(place)
  return {
    cheapest: () => heap[0] ?? -1,
    nextPrice: () => Math.min(priceAt(1), priceAt(2)),
    risen: (person) => sink(placeOf[person] ?? 0),
  }
}
