// A manifest is checked here as every phone will check it, and for what only the office can know: that it is for this server and next in line.
import { Problem, type ProblemItem } from '@shengmian/contract'
import { readManifest, type Manifest } from '@shengmian/sealing'
import type { Transaction } from '../../../platform/transaction.ts'
import { dayOf } from '../../intake/index.ts'
import type { RoundRecord } from '../../rounds/index.ts'
import type { Acting } from '../../../platform/acting.ts'
import { demandDesk } from '../demand-desk.ts'
import { insertManifest, manifestsOf } from './desk-store.ts'

/** Publishes the keys of the next epoch; old ones stay, since they prove old replies. `acknowledge`: this server's own key. */
export async function publishManifest(
  tx: Transaction,
  round: RoundRecord,
  signed: string,
  acknowledge: string,
  { by, at }: Acting,
): Promise<void> {
  const desk = await demandDesk(tx, round.id)
  const manifest = readManifest(Buffer.from(signed), desk.root)
  if (manifest === null)
    throw new Problem('unfit', {
      errors: [{ at: 'signed', zh: '不是本收件点的根钥签发的钥匙单', en: 'this desk’s root did not sign it' }],
    })
  const before = (await manifestsOf(tx, desk.code)).flatMap((row) => readManifest(Buffer.from(row.signed), desk.root) ?? [])
  const errors = manifestFaults(manifest, { desk: desk.code, acknowledge, before, today: dayOf(at) })
  if (errors.length > 0) throw new Problem('unfit', { errors })
  const { id: by_account, name: by_name } = by
  await insertManifest(tx, {
    desk: desk.code,
    seq: manifest.seq,
    signed,
    authority: desk.authority,
    by_account,
    by_name,
    day: dayOf(at),
  })
}

interface Known {
  readonly desk: string
  readonly acknowledge: string
  readonly before: readonly Manifest[]
  readonly today: string
}

/** What is wrong with a manifest that the root did sign. */
function manifestFaults(manifest: Manifest, { desk, acknowledge, before, today }: Known): readonly ProblemItem[] {
  const last = before.at(-1)?.seq ?? 0
  const keys = [manifest.team, manifest.escrow, manifest.custodian]
  const faults: readonly (readonly [boolean, string, string, string])[] = [
    [manifest.round !== desk, 'round', `钥匙单属于${manifest.round}`, `it is for ${manifest.round}`],
    [manifest.seq <= last, 'seq', `已公布第${last}期，只能更新`, `manifest ${last} is published; only a higher one may follow`],
    [manifest.from > manifest.until, 'until', '起止日期颠倒', 'its days are in the wrong order'],
    [manifest.until < today, 'until', '已经过期', 'it is out of date'],
    [
      new Set(keys).size < keys.length,
      'escrow',
      '组钥、备用钥、署名钥必须各不相同',
      'team, spare and custodian must be three keys',
    ],
    [
      manifest.acknowledge !== acknowledge,
      'acknowledge',
      '不是本服务器的收件签名钥',
      'this server acknowledges with another key',
    ],
    [
      before.some(({ team, verify }) => team === manifest.team || verify === manifest.verify),
      'team',
      '沿用了旧的组钥或答复钥，换期须用新钥',
      'an epoch must have keys of its own; these were used before',
    ],
  ]
  return faults.flatMap(([isFault, at, zh, en]) => (isFault ? [{ at, zh, en }] : []))
}
