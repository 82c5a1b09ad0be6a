import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { LedgerKeys } from './ledger-keys.ts'
import { policyText, type Witnesses } from './witnesses.ts'

/** Lays whom to believe beside the log. It is a convenience: a careful holder keeps a policy of his own. */
export async function writePolicy(folder: string, keys: LedgerKeys, witnesses: Witnesses): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'policy'), policyText(keys.verifierKeys, witnesses))
}
