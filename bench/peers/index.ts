// What free solvers reach on the same files, beside what ours reaches: nothing is judged here, only shown. `npm run figures -- peers`
import type { Measures } from '../figure.ts'
import { comparePeers } from './compare-peers.ts'
import { compareSlots } from './compare-slots.ts'

export const measures: Measures = { slots: compareSlots, composition: comparePeers }
