import { pickTicket } from '@shengmian/dispatch'
import { putFile, readFolder, readTickets, refuse } from '../../draw-folder.ts'
import { EXIT, type ExitCode } from '../../exit-codes.ts'
import { readOptions } from '../../read-options.ts'
import { say } from '../../words.ts'

/** `shengmian draw pick FOLDER`: the second randomness picks a ticket. */
export async function runPick(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['FOLDER'], values: [], flags: [] })
  if (options.kind === 'refused') return refuse(options.why)
  const [folder = ''] = options.taken.files
  const files = await readFolder(folder)
  const plans = files === null ? null : await readTickets(folder)
  if (files === null || plans === null) return EXIT.badInput
  if (files.pick !== null) return refuse({ zh: '已经抽定', en: 'a ticket has been picked already' })
  const answer = pickTicket(files, plans)
  if (answer.kind === 'refused') return refuse(answer)
  const code = await putFile(folder, 'plan.json', answer.plan)
  if (code !== EXIT.done) return code
  const written = await putFile(folder, 'pick.json', answer.pick)
  say({ zh: `抽中第 ${answer.pick.ticket} 签 ${answer.pick.plan}`, en: `ticket ${answer.pick.ticket} was drawn` })
  return written
}
