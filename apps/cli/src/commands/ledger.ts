import { EXIT, type ExitCode } from '../exit-codes.ts'
import { note } from '../words.ts'

/** `shengmian ledger verify | export | witness …` */
export async function runLedger([step, ...rest]: readonly string[]): Promise<ExitCode> {
  if (step === 'verify') return (await import('../ledger/verify.ts')).runLedgerVerify(rest)
  if (step === 'export') return (await import('../ledger/export.ts')).runLedgerExport(rest)
  if (step === 'witness') return (await import('../ledger/witness.ts')).runLedgerWitness(rest)
  note({ zh: 'ledger 之后应为 verify、export 或 witness', en: 'after ledger comes verify, export or witness' })
  return EXIT.badInput
}
