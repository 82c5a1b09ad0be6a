import { withdrawPerson } from '@shengmian/dispatch'
import { putFile, readFolder, readTickets, refuse } from '../../draw-folder.ts'
import { EXIT, type ExitCode } from '../../exit-codes.ts'
import { readOptions } from '../../read-options.ts'
import { note, say } from '../../words.ts'

/** `shengmian draw withdraw FOLDER --person P --reason WHY --by WHO` */
export async function runWithdraw(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['FOLDER'], values: ['person', 'reason', 'by'], flags: [] })
  if (options.kind === 'refused') return refuse(options.why)
  const [folder = ''] = options.taken.files
  const { person, reason, by } = options.taken.values
  if (!person || !reason || !by)
    return refuse({
      zh: '需要 --person 人员、--reason 理由、--by 决定人',
      en: '--person P, --reason WHY and --by WHO are needed',
    })
  const files = await readFolder(folder)
  const plans = files === null ? null : await readTickets(folder)
  if (files === null || plans === null) return EXIT.badInput
  const answer = await withdrawPerson(files, plans, { person, reason, by })
  if (answer.kind === 'refused') return refuse(answer)
  if (answer.kind === 'no-plan') {
    note({ zh: '没有此人就不可能有方案', en: 'without this person no plan can exist' })
    return EXIT.noPlan
  }
  const { withdrawal, plan } = answer
  const code = await putFile(folder, `plan-${withdrawal.number}.json`, plan)
  if (code !== EXIT.done) return code
  const written = await putFile(folder, `withdrawal-${withdrawal.number}.json`, withdrawal)
  say(
    withdrawal.ticket === null
      ? { zh: '以变动最少的方案接替', en: 'the plan that changes least took over' }
      : { zh: `第 ${withdrawal.ticket} 签接替`, en: `ticket ${withdrawal.ticket} took over` },
  )
  return written
}
