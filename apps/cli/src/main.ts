import { setFlagsFromString } from 'node:v8'
import { THREAD_FLAG } from '@shengmian/dispatch/thread-flag'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { helpText } from './help.ts'
import { note } from './words.ts'

// Loaded when asked for: help and a mistyped command answer at once.
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<ExitCode>>> = {
  plan: async (args) => (await import('./commands/plan.ts')).runPlan(args),
  verify: async (args) => (await import('./commands/verify.ts')).runVerify(args),
  compare: async (args) => (await import('./commands/compare.ts')).runCompare(args),
  draw: async (args) => (await import('./commands/draw.ts')).runDraw(args),
  rotate: async (args) => (await import('./commands/rotate.ts')).runRotate(args),
  calendar: async (args) => (await import('./commands/calendar.ts')).runCalendar(args),
  ties: async (args) => (await import('./commands/ties.ts')).runTies(args),
  repair: async (args) => (await import('./commands/repair.ts')).runRepair(args),
  ledger: async (args) => (await import('./commands/ledger.ts')).runLedger(args),
  report: async (args) => (await import('./commands/report.ts')).runReport(args),
  explain: async (args) => (await import('./commands/explain.ts')).runExplain(args),
}

// Before the solver is compiled in any thread.
setFlagsFromString(THREAD_FLAG)

/** Runs the command that the arguments name and answers the exit code. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  // `shengmian … | head` closes the pipe early; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done)
    throw error
  })
  const [name, ...rest] = args
  if (name === '--help' || name === '-h' || name === 'help' || rest.includes('--help') || rest.includes('-h')) {
    console.log(helpText())
    return EXIT.done
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) {
    if (name !== undefined) note({ zh: `没有命令 ${name}`, en: `there is no command ${name}` })
    console.error(helpText())
    return EXIT.badInput
  }
  try {
    return await command(rest)
  } catch (error) {
    note({ zh: '程序出错，请将以下内容报告给维护者', en: 'a fault of the program; please report what follows' })
    console.error(error)
    return EXIT.fault
  }
}
