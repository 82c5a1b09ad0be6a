// Started by `composition.ts`: reads a problem, then prints the milliseconds until its first valid plan, and goes.
import { readFileSync } from 'node:fs'
import { EFFORTS, planDispatch, readProblem } from '@shengmian/dispatch'

const read = readProblem(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))
if (read.kind !== 'read') throw new Error('the problem was refused')
const began = performance.now()
await planDispatch(read.value, {
  seed: '0'.repeat(64),
  effort: EFFORTS.normal,
  onProgress({ objective }) {
    if (objective === null) return undefined
    console.log(`first ${performance.now() - began} ms`)
    return process.exit(0)
  },
})
console.log(`first ${performance.now() - began} ms`)
