import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { countReports, openReport, type Counts, type Report } from '@shengmian/sealing'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { note, say } from '../words.ts'
import { asCommand, readBytes, readIdentity, refuse } from './report-files.ts'

/** `shengmian report count FOLDER --key KEY --round R --begins DAY`: how many, from where, by which way; no word of what they say. */
export function runCount(args: readonly string[]): Promise<ExitCode> {
  return asCommand(args, { files: ['FOLDER'], values: ['key', 'round', 'begins'] }, async ({ files: [folder = ''], need }) => {
    const names = await readdir(folder).catch(() => refuse(`${folder}：找不到文件夹`, `${folder}: no such folder`))
    const begins = need('begins')
    if (!/^\d{4}-\d{2}-\d{2}$/.test(begins)) return refuse('日期写作 2026-11-28', 'a day is written 2026-11-28')
    const identity = await readIdentity(need('key'))
    const opened: Report[] = []
    // Attachments bear 64 digits; reports their number.
    for (const name of names.filter((each) => /^\d+\.age$/.test(each)).sort()) {
      const answer = openReport(await readBytes(join(folder, name)), [identity], need('round'))
      if (answer.kind === 'opened') opened.push(answer.report)
      else note({ zh: `${name}：未计入（${answer.why}）`, en: `${name}: not counted (${answer.why})` })
    }
    show(countReports(opened, begins))
    return opened.length === names.filter((each) => /^\d+\.age$/.test(each)).length ? EXIT.done : EXIT.broken
  })
}

function show({ reports, villages, onSite, remote, lives, weeks }: Counts): void {
  say({ zh: `共${reports}件：当面${onSite}，远程${remote}`, en: `${reports} reports: ${onSite} on site, ${remote} from afar` })
  say({
    zh: `在村${lives.here}，在外${lives.away}，未说${lives.unsaid}`,
    en: `${lives.here} live there, ${lives.away} are away, ${lives.unsaid} do not say`,
  })
  for (const { village, reports: count } of villages) console.log(`${village ?? '—'}\t${count ?? '<5'}`)
  for (const { week, reports: count, named } of weeks)
    say({ zh: `第${week}周：${count}件，署名${named}件`, en: `week ${week}: ${count}, of which ${named} named` })
}
