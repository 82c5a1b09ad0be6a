// `npm run check`: the fast inner loop.
import { generate } from './generate.ts'
import { fastSteps, runSteps } from './steps.ts'

const began = performance.now()
await generate()
const { isGood } = await runSteps(fastSteps)
console.log(`${isGood ? 'all good' : 'not good'} after ${((performance.now() - began) / 1000).toFixed(1)} s`)
process.exitCode = isGood ? 0 : 1
