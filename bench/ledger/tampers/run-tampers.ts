// Each script in a transaction that is taken back; what the verifier says of it, with what the superior office keeps, and of one that nobody touched.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { folderFiles } from '../../../apps/cli/src/ledger/folder-files.ts'
import { nodeHashes } from '../../../apps/cli/src/ledger/node-hashes.ts'
import { readPolicy, verifyLedger, type Finding } from '../../../engines/ledger-verify/src/index.ts'
import { fileScripts } from './file-scripts.ts'
import { logScripts } from './log-scripts.ts'
import { rowScripts } from './row-scripts.ts'
import type { TamperScript } from './script.ts'
import { exported, type World } from './world.ts'

export const SCRIPTS: readonly TamperScript[] = [...rowScripts, ...logScripts, ...fileScripts]
/** Nobody touches anything: the control that must stay green. */
export const UNTOUCHED: TamperScript = { does: 'nothing', named: [] }

/** The findings after a script, judged from outside: with a policy, a checkpoint and a copy that the tamperer cannot reach. */
export async function findingsAfter(world: World, script: TamperScript): Promise<readonly Finding[]> {
  return world.attempt(async (client) => {
    await script.database?.(client, path.join(world.folder, 'keys'))
    const folder = await exported(client)
    script.files?.(folder)
    const policy = readPolicy(nodeHashes, world.policy)
    if ('why' in policy) throw new Error(policy.why)
    const verification = await verifyLedger({
      hashes: nodeHashes,
      files: folderFiles(folder),
      policy,
      kept: [world.kept],
      copy: folderFiles(world.copy),
    })
    rmSync(folder, { recursive: true, force: true })
    return verification.findings
  })
}

export function isNamed(script: TamperScript, findings: readonly Finding[]): boolean {
  return script.named.every(({ check, subject }) =>
    findings.some((finding) => finding.check === check && finding.subject.startsWith(subject)),
  )
}
