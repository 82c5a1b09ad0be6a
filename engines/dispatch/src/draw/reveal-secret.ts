import { digest } from './digest.ts'
import { whatIsSeen } from './beacon.ts'
import { refuseStep, type DrawFiles, type DrawRefusal } from './draw-files.ts'
import type { DrawReveal } from './draw.ts'

/** Opens a party's secret of a stage; refuses before everybody has committed, before the tickets stand, and any other secret. */
export function revealSecret(
  files: DrawFiles,
  party: string,
  stage: 1 | 2,
  secret: string,
): { readonly kind: 'revealed'; readonly reveal: DrawReveal } | DrawRefusal {
  const { root, terms } = files.freeze
  if (files.abort !== null) return refuseStep('本次抽签已中止', 'this draw was aborted')
  const missing = terms.parties.filter(({ id }) => !files.commitments.some((each) => each.party === id)).map(({ id }) => id)
  if (missing.length > 0)
    return refuseStep(`尚有未提交承诺的一方：${missing.join('、')}`, `not everybody has committed: ${missing.join(', ')}`)
  if (stage === 2 && files.portfolio === null)
    return refuseStep('签单公布之前不得公开第二个密数', 'the tickets must be published before the second secrets are opened')
  const commitment = files.commitments.find((each) => each.party === party)
  const promised = stage === 1 ? commitment?.first : commitment?.second
  if (promised !== digest('commitment', root, party, stage, secret))
    return refuseStep('密数与承诺不符', 'the secret is not the one committed to')
  if (files.reveals.some((each) => each.party === party && each.stage === stage))
    return refuseStep('该密数已经公开', 'this secret has been opened already')
  return {
    kind: 'revealed',
    reveal: { format: 'shengmian.draw/1', kind: 'reveal', root, party, stage, secret, sees: whatIsSeen(files, stage) },
  }
}
