import { EXIT, type ExitCode } from '../exit-codes.ts'
import { note } from '../words.ts'

const VERBS: Readonly<Record<string, (args: readonly string[]) => Promise<ExitCode>>> = {
  rehearse: async (args) => (await import('./draw/rehearse.ts')).runRehearse(args),
  freeze: async (args) => (await import('./draw/freeze.ts')).runFreeze(args),
  commit: async (args) => (await import('./draw/commit.ts')).runCommit(args),
  dice: async (args) => (await import('./draw/dice.ts')).runDice(args),
  public: async (args) => (await import('./draw/public.ts')).runPublic(args),
  reveal: async (args) => (await import('./draw/reveal.ts')).runReveal(args),
  portfolio: async (args) => (await import('./draw/portfolio.ts')).runPortfolio(args),
  pick: async (args) => (await import('./draw/pick.ts')).runPick(args),
  withdraw: async (args) => (await import('./draw/withdraw.ts')).runWithdraw(args),
  abort: async (args) => (await import('./draw/abort.ts')).runAbort(args),
  branch: async (args) => (await import('./draw/branch.ts')).runBranch(args),
  verify: async (args) => (await import('./draw/verify.ts')).runDrawVerify(args),
}

/** `shengmian draw VERB FOLDER …`: one step of a draw. */
export async function runDraw(args: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = args
  const verb = name !== undefined && Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
  if (verb !== undefined) return verb(rest)
  const list = Object.keys(VERBS).join(', ')
  note({ zh: `draw 之后应为其中之一：${list}`, en: `after draw comes one of: ${list}` })
  return EXIT.badInput
}
