import { EXIT, type ExitCode } from '../exit-codes.ts'
import { note } from '../words.ts'

const VERBS: Readonly<Record<string, (args: readonly string[]) => Promise<ExitCode>>> = {
  receipt: async (args) => (await import('../report/receipt.ts')).runReceipt(args),
  seal: async (args) => (await import('../report/seal.ts')).runSeal(args),
  open: async (args) => (await import('../report/open.ts')).runOpen(args),
  reply: async (args) => (await import('../report/reply.ts')).runReply(args),
  replies: async (args) => (await import('../report/replies.ts')).runReplies(args),
  count: async (args) => (await import('../report/count.ts')).runCount(args),
  root: async (args) => (await import('../report/root.ts')).runRoot(args),
  epoch: async (args) => (await import('../report/epoch.ts')).runEpoch(args),
  split: async (args) => (await import('../report/split.ts')).runSplit(args),
  publish: async (args) => (await import('../report/publish.ts')).runPublish(args),
  fetch: async (args) => (await import('../report/fetch.ts')).runFetch(args),
  post: async (args) => (await import('../report/post.ts')).runPost(args),
  revoke: async (args) => (await import('../report/revoke.ts')).runRevoke(args),
  join: async (args) => (await import('../report/join.ts')).runJoin(args),
}

/** `shengmian report VERB …`: sealed reports on files, without a network; and the desk of a running installation. */
export async function runReport(args: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = args
  const verb = name !== undefined && Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
  if (verb !== undefined) return verb(rest)
  const list = Object.keys(VERBS).join(', ')
  note({ zh: `report 之后应为其中之一：${list}`, en: `after report comes one of: ${list}` })
  return EXIT.badInput
}
