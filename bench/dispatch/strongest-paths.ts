// A process of its own, so that its memory is the engine's alone: draws ties into columns, then times the paths. Prints one line of JSON.
// node bench/dispatch/strongest-paths.ts PEOPLE TIES HUBS INSPECTORS OFFICIALS RUNS
import { strongestPaths, type TieColumns } from '@shengmian/recusal'

const [people = 0, ties = 0, hubs = 0, inspectors = 0, officials = 0, runs = 0] = process.argv.slice(2).map(Number)

/** Everybody equally likely; with hubs, every tenth tie has one end among them. xorshift32, seed 20261127. */
function drawTies(): TieColumns {
  let state = 20261127
  const below = (count: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 2 ** 32) * count)
  }
  const columns = { a: new Int32Array(ties), b: new Int32Array(ties), strength: new Uint16Array(ties) }
  for (let t = 0; t < ties; t++) {
    columns.a[t] = below(hubs > 0 && t % 10 === 0 ? hubs : people)
    columns.b[t] = below(people)
    columns.strength[t] = below(1001)
  }
  return columns
}

const spread = (count: number, from: number) =>
  Int32Array.from({ length: count }, (_, i) => from + i * Math.floor(people / count))
const columns = drawTies()
const ends = { people, inspectors: spread(inspectors, 7), officials: spread(officials, 11) }
const seconds: number[] = []
const busySeconds: number[] = []
let pairs = 0
for (let run = 0; run < runs; run++) {
  const [began, busy] = [performance.now(), process.threadCpuUsage().user]
  pairs = strongestPaths(columns, ends).official.length
  seconds.push((performance.now() - began) / 1000)
  busySeconds.push((process.threadCpuUsage().user - busy) / 1e6)
}
console.log(
  JSON.stringify({
    seconds: middle(seconds),
    busySeconds: middle(busySeconds),
    pairs,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
)

function middle(values: number[]): number | undefined {
  return values.sort((x, y) => x - y)[Math.floor(runs / 2)]
}
