import { refuseStep, type DrawFiles, type DrawRefusal } from './draw-files.ts'
import type { DrawPublicBeacon } from './draw.ts'
import { isSignatureOf } from './quicknet.ts'

/** Records the public value of a stage: the signature of the very round that the terms named, checked against the network’s key. */
export function recordPublic(
  files: DrawFiles,
  stage: 1 | 2,
  signature: string,
): { readonly kind: 'recorded'; readonly file: DrawPublicBeacon } | DrawRefusal {
  const { root, terms } = files.freeze
  if (terms.publicRounds === null) return refuseStep('本次抽签没有指定公共随机数', 'no public value was named for this draw')
  const round = stage === 1 ? terms.publicRounds.first : terms.publicRounds.second
  if (files.publicBeacons.some((each) => each.stage === stage))
    return refuseStep('该阶段的公共随机数已记录', 'the public value of this stage is recorded already')
  if (!isSignatureOf(round, signature))
    return refuseStep(`不是 quicknet 第 ${round} 轮的签名`, `is not quicknet’s signature of round ${round}`)
  return { kind: 'recorded', file: { format: 'shengmian.draw/1', kind: 'public', root, stage, round, signature } }
}
