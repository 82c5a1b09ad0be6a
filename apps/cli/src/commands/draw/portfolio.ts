import { makePortfolio } from '@shengmian/dispatch'
import { putFile, readFolder, refuse, writeTickets } from '../../draw-folder.ts'
import { EXIT, type ExitCode } from '../../exit-codes.ts'
import { readOptions } from '../../read-options.ts'
import { note, say } from '../../words.ts'

/** `shengmian draw portfolio FOLDER`: solves all tickets and publishes their hashes. */
export async function runPortfolio(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['FOLDER'], values: [], flags: ['progress'] })
  if (options.kind === 'refused') return refuse(options.why)
  const [folder = ''] = options.taken.files
  const files = await readFolder(folder)
  if (files === null) return EXIT.badInput
  if (files.portfolio !== null) return refuse({ zh: '签单已公布', en: 'the tickets are published already' })
  const answer = await makePortfolio(files, options.taken.flags.has('progress') ? showTicket : undefined)
  if (answer.kind === 'refused') return refuse(answer)
  if (answer.kind === 'cap-not-met') {
    note({
      zh: `概率上限达不到：要求每对至多 ${answer.quota}/${answer.tickets} 签，只能做到 ${answer.reached}/${answer.tickets}。中止本次，以新规则重来。`,
      en: `the cap cannot be met: ${answer.quota} of ${answer.tickets} tickets a pair were asked for, ${answer.reached} is what can be reached. Abort, and begin again under other terms.`,
    })
    return EXIT.noPlan
  }
  if (answer.kind !== 'portfolio') {
    note({ zh: '不可能有方案', en: 'no plan can exist' })
    return EXIT.noPlan
  }
  const { portfolio, plans } = answer
  const code = await writeTickets(folder, plans)
  if (code !== EXIT.done) return code
  const written = await putFile(folder, 'portfolio.json', portfolio)
  const count = plans.length
  say({
    zh: `${count} 签，互不相同 ${portfolio.distinctPlans} 签；某人派往某对象的最大概率 ${portfolio.largestPair}/${count}；签单的根 ${portfolio.portfolioRoot}`,
    en: `${count} tickets, ${portfolio.distinctPlans} of them different; largest probability of a person–target pair ${portfolio.largestPair}/${count}`,
  })
  return written
}

export function showTicket(done: number, tickets: number): void {
  if (done === tickets || done % Math.max(1, Math.floor(tickets / 20)) === 0)
    note({ zh: `第 ${done}/${tickets} 签`, en: `ticket ${done} of ${tickets}` })
}
