// Hostile bytes for every reader of the sealing engine, and every single byte of a report spoiled in turn.
import { envelopeHash, openReport, sealReport } from '../../engines/sealing/src/index.ts'
import { seededRandom } from '../../engines/sealing/src/testing/random.ts'
import { feed, spoil } from '../../engines/sealing/src/testing/spoil.ts'
import { makeWorld, ROUND, sure, told } from '../../engines/sealing/src/testing/world.ts'
import type { Measure } from '../figure.ts'

export const measureFuzz: Measure = async ({ quick }) => {
  const world = await makeWorld('fuzz')
  const { envelope } = sure(sealReport(told, world.reporter, world.manifest, world.random))
  const random = seededRandom(`fuzz ${Date.now()}`)
  const runs = quick ? 20_000 : 1_000_000
  const samples = [world.published, envelope.subarray(0, 1_000)]
  let [thrown, believed] = [0, 0]
  for (let run = 0; run < runs; run += 1) {
    const input = run % 10 === 9 ? random(run % 300) : spoil(sure(samples[run % samples.length]), random)
    try {
      if (feed(input, world.root.verify)) believed += 1
    } catch {
      thrown += 1
    }
  }
  const step = quick ? 10 : 1
  let opened = 0
  for (let at = 0; at < envelope.length; at += step) {
    const spoilt = Uint8Array.from(envelope)
    spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8))
    if (openReport(spoilt, [world.team], ROUND).kind !== 'refused') opened += 1
  }
  if (openReport(envelope, [world.team], ROUND).kind !== 'opened')
    throw new Error(`the report itself must open: ${envelopeHash(envelope)}`)
  return [
    {
      figure: 'hostile inputs at which a reader threw or believed',
      value: thrown + believed,
      unit: `of ${runs}`,
      target: '0',
      holds: thrown + believed === 0,
      how: `headers of age files, padded texts, signed lines and manifests: real ones with bytes changed, cut out, put in or doubled, and random bytes; a new seed each run${quick ? '; whole: 1,000,000' : ''}`,
    },
    {
      figure: 'spoilt bytes of a report with which it still opened',
      value: opened,
      unit: `of ${Math.ceil(envelope.length / step)}`,
      target: '0',
      holds: opened === 0,
      how: quick ? 'every tenth byte; whole: every byte' : 'each byte of a report of 8,490 bytes in turn, one bit of it',
    },
  ]
}
