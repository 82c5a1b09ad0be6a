import type { DeskOfRound } from '@shengmian/contract'
import { useState } from 'react'
import { longDay, shortDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'
import { CeremonyLink } from './ceremony-link.tsx'
import { ManifestDialog } from './manifest-dialog.tsx'
import { Section } from './section.tsx'

const texts = {
  title: { zh: '钥匙', en: 'Keys' },
  hint: {
    zh: '在断网电脑上用“收件钥匙”页做；换期后旧组钥仍保管，用来打开旧件',
    en: 'Made offline; old team keys are kept for old reports',
  },
  publish: { zh: '公布钥匙单', en: 'Publish a manifest' },
  rotate: { zh: '换期', en: 'Rotate' },
  acknowledge: { zh: '本服务器的收件签名钥，做钥匙时要填', en: 'Acknowledging key of this server, for the ceremony' },
  none: { zh: '还没有公布钥匙单，手机不能上锁寄件。', en: 'No manifest is published: no phone can seal.' },
  seq: { zh: '期', en: 'Epoch' },
  dates: { zh: '可用日期', en: 'Valid' },
  team: { zh: '组钥公钥', en: 'Team key' },
  escrow: { zh: '备用钥公钥', en: 'Spare key' },
  by: { zh: '公布', en: 'Published' },
  technician: { zh: '技术人员', en: 'technician' },
}

interface EpochsProps {
  readonly round: string
  readonly seen: DeskOfRound
}

/** The published epochs, and where the next comes from. */
export function Epochs({ round, seen: { desk, acknowledge, mayRun } }: EpochsProps) {
  const t = useText()
  const { language } = useLanguage()
  const [isPublishing, setPublishing] = useState(false)
  if (desk === null) return null
  const acts = mayRun ? (
    <>
      <CeremonyLink />
      <Button {...(desk.epochs.length === 0 ? { type: 'primary' } : {})} onClick={() => setPublishing(true)}>
        {t(desk.epochs.length === 0 ? texts.publish : texts.rotate)}
      </Button>
    </>
  ) : null
  return (
    <Section title={t(texts.title)} hint={t(texts.hint)} act={acts}>
      {desk.epochs.length === 0 ? (
        <p className="desk-line">{t(texts.none)}</p>
      ) : (
        <table className="list" aria-label={t(texts.title)}>
          <thead>
            <tr>
              <th className="desk-narrow">{t(texts.seq)}</th>
              <th>{t(texts.dates)}</th>
              <th>{t(texts.team)}</th>
              <th>{t(texts.escrow)}</th>
              <th>{t(texts.by)}</th>
            </tr>
          </thead>
          <tbody>
            {desk.epochs.toReversed().map(({ seq, from, until, team, escrow, by, on }) => (
              <tr key={seq}>
                <td>{seq}</td>
                <td className="number">
                  {shortDay(from, language)}—{longDay(until, language)}
                </td>
                <td className="desk-key">{cut(team)}</td>
                <td className="desk-key">{cut(escrow)}</td>
                <td className="number">{by === null ? t(texts.technician) : `${shortDay(on ?? '', language)} ${by}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayRun ? (
        <p className="desk-line muted">
          {t(texts.acknowledge)} <code className="desk-key">{acknowledge}</code>
        </p>
      ) : null}
      {isPublishing ? <ManifestDialog round={round} onClose={() => setPublishing(false)} /> : null}
    </Section>
  )
}

/** Enough of a key to tell it from another. */
function cut(recipient: string): string {
  return `${recipient.slice(0, 12)}…${recipient.slice(-6)}`
}
