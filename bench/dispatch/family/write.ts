// `node bench/dispatch/family/write.ts NAME OUT`: a member of the family as a problem file; JSON lines where OUT ends in .jsonl.
import { writeFileSync } from 'node:fs'
import { makeProblem } from './make-problem.ts'
import { MEMBERS } from './members.ts'
import { problemText } from './problem-text.ts'

const [name = '', out] = process.argv.slice(2)
const member = MEMBERS[name]
if (member === undefined || out === undefined) {
  console.error(`node bench/dispatch/family/write.ts ${Object.keys(MEMBERS).join(' | ')} OUT`)
  process.exit(2)
}
const text = problemText(makeProblem(name, member), out.endsWith('.jsonl'))
writeFileSync(out, text)
console.error(`${name}: ${(Buffer.byteLength(text) / 2 ** 20).toFixed(1)} MB written to ${out}`)
