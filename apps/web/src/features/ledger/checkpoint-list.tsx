import type { LedgerState } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { witnessStates } from './texts.ts'
import './ledger.css'

const texts = {
  witnesses: { zh: '见证方', en: 'Witnesses' },
  name: { zh: '机关', en: 'Body' },
  state: { zh: '最近一次', en: 'Last time' },
  key: { zh: '公钥', en: 'Key' },
  none: {
    zh: '没有见证方时，掌握本机全部权限的人可以重写整个日志而不被发现。请在数据文件夹 ledger/witnesses.txt 中设置至少两方，或每天打印检查点交上级留存。',
    en: 'Without a witness, whoever holds this machine could rewrite the whole log unseen. Configure at least two in ledger/witnesses.txt of the data folder, or print the checkpoint daily for a superior body.',
  },
  checkpoints: { zh: '检查点', en: 'Checkpoints' },
  at: { zh: '签署时间', en: 'Signed' },
  size: { zh: '覆盖条目', en: 'Entries' },
  cosigned: { zh: '见证', en: 'Witnesses' },
}

/** Who cosigns, and what each said last. */
export function WitnessList({ state }: { readonly state: LedgerState }) {
  const t = useText()
  if (state.witnesses.length === 0) return <p className="ledger-hint">{t(texts.none)}</p>
  return (
    <table className="list" aria-label={t(texts.witnesses)}>
      <thead>
        <tr>
          <th>{t(texts.name)}</th>
          <th>{t(texts.state)}</th>
          <th>{t(texts.key)}</th>
        </tr>
      </thead>
      <tbody>
        {state.witnesses.map(({ name, key, state: said }) => (
          <tr key={key}>
            <td>{name}</td>
            <td className={said === 'refused' || said === 'ahead' ? 'ledger-bad' : ''}>{t(witnessStates[said])}</td>
            <td className="ledger-key">{key}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The newest signed states. */
export function CheckpointList({ state }: { readonly state: LedgerState }) {
  const t = useText()
  const { language } = useLanguage()
  const all = [...(state.last === null ? [] : [state.last]), ...state.earlier]
  return (
    <table className="list" aria-label={t(texts.checkpoints)}>
      <thead>
        <tr>
          <th>{t(texts.at)}</th>
          <th className="ledger-count">{t(texts.size)}</th>
          <th className="ledger-count">{t(texts.cosigned)}</th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ size, signedAt, cosigned }) => (
          <tr key={`${size} ${signedAt}`}>
            <td className="number">{shortInstant(signedAt, language)}</td>
            <td className="ledger-count">{size.toLocaleString('zh-CN')}</td>
            <td className="ledger-count">{cosigned}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
