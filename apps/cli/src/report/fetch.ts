import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say } from '../words.ts'
import { atDesk, DATABASE } from './desk-database.ts'
import { asCommand, refuse, writeNew } from './report-files.ts'

const AT_ONCE = 200

/** `shengmian report fetch FOLDER --desk CODE [--after N]`: at most 200 sealed reports after a number, with their attachments, as files. */
export function runFetch(args: readonly string[]): Promise<ExitCode> {
  return asCommand(args, { files: ['FOLDER'], values: [...DATABASE, 'after'] }, (given) =>
    atDesk(given, async (client, desk) => {
      const [folder = ''] = given.files
      const after = Number(given.value('after') ?? '0')
      if (!Number.isSafeInteger(after) || after < 0) return refuse('--after 应为号数', '--after is a number')
      await mkdir(folder, { recursive: true })
      const { rows } = await client.query<{ number: string; envelope: Buffer }>(
        `select s.number, r.envelope from intake.release s join intake.report r on r.desk = s.desk and r.number = s.arrival
         where s.desk = $1 and s.number > $2 order by s.number limit $3`,
        [desk, after, AT_ONCE],
      )
      for (const { number, envelope } of rows) await writeNew(join(folder, `${number.padStart(6, '0')}.age`), envelope)
      const last = rows.at(-1)?.number ?? after
      const { rows: attachments } = await client.query<{ id: string; file: Buffer }>(
        `select encode(a.id, 'hex') as id, string_agg(p.bytes, ''::bytea order by p.at) as file
         from intake.released_attachment a join intake.piece p on p.desk = a.desk and p.attachment = a.id
         where a.desk = $1 and a.report > $2 and a.report <= $3 group by a.id`,
        [desk, after, last],
      )
      for (const { id, file } of attachments) await writeNew(join(folder, `${id}.age`), file)
      say({
        zh: `取出${rows.length}件、附件${attachments.length}个，到${last}号为止`,
        en: `${rows.length} reports and ${attachments.length} attachments, up to number ${last}`,
      })
      return EXIT.done
    }),
  )
}
