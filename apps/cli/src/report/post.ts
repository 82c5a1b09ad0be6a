import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say } from '../words.ts'
import { atDesk, DATABASE, TODAY } from './desk-database.ts'
import { asCommand, readBytes, refuse } from './report-files.ts'

/** `shengmian report post REPLY.age --desk CODE --number N`: lays a sealed reply into the mailbox from which report N came. */
export function runPost(args: readonly string[]): Promise<ExitCode> {
  return asCommand(args, { files: ['REPLY.age'], values: [...DATABASE, 'number'] }, async (given) => {
    const envelope = Buffer.from(await readBytes(given.files[0] ?? ''))
    return atDesk(given, async (client, desk) => {
      const { rows } = await client.query<{ seq: number }>(
        `insert into intake.reply (desk, mailbox, seq, envelope, day)
         select r.desk, r.mailbox, 1 + (select count(*) from intake.reply o where o.desk = r.desk and o.mailbox = r.mailbox), $3, ${TODAY}
         from intake.release r where r.desk = $1 and r.number = $2 returning seq`,
        [desk, given.need('number'), envelope],
      )
      const seq = rows[0]?.seq ?? refuse('没有这一号', 'there is no report of this number')
      say({ zh: `已放入答复箱，第${seq}件`, en: `in the mailbox, number ${seq}` })
      return EXIT.done
    })
  })
}
