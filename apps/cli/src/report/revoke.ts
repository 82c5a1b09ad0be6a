import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say } from '../words.ts'
import { atDesk, DATABASE, TODAY } from './desk-database.ts'
import { asCommand, refuse } from './report-files.ts'

/** `shengmian report revoke POSTER --desk CODE --reason TEXT`: the code of one poster leads nowhere from now on; all others stay. */
export function runRevoke(args: readonly string[]): Promise<ExitCode> {
  return asCommand(args, { files: ['POSTER'], values: [...DATABASE, 'reason'] }, (given) =>
    atDesk(given, async (client, desk) => {
      const [poster = ''] = given.files
      if (!/^[a-z0-9-]{1,32}$/.test(poster))
        return refuse('海报编号为小写字母和数字', 'a poster has lower-case letters and digits')
      await client.query(`insert into intake.revoked_poster (desk, poster, day, reason) values ($1, $2, ${TODAY}, $3)`, [
        desk,
        poster,
        given.need('reason'),
      ])
      say({ zh: `${poster} 已停用`, en: `${poster} is revoked` })
      return EXIT.done
    }),
  )
}
