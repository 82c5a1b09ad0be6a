import { useText } from '../../lib/language.tsx'
import { Form, Input, Radio } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { Draw } from './texts.ts'

const texts = {
  title: { zh: '中止本次抽签', en: 'Abort this draw' },
  what: {
    zh: '本次抽签留在记录里，不能恢复。下一次用新的编号，各方重新提交承诺。已有密数公开的，以后每次抽签的核验都会说明它是在哪一步、因谁中止的。',
    en: 'The draw stays on record and cannot be taken up again. The next one has a new number and new commitments. Once a secret is open, the check of every later draw says at which step and for whom this one ended.',
  },
  party: { zh: '谁没有公开', en: 'Who did not open' },
  nobody: { zh: '不是因为某一方', en: 'nobody in particular' },
  why: { zh: '理由', en: 'Reason' },
  missing: { zh: '未写理由，不能中止', en: 'Without a reason nothing is aborted' },
  act: { zh: '中止', en: 'Abort' },
}

interface AbortDialogProps {
  readonly draw: Draw
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (asked: { readonly party: string | null; readonly why: string }) => void
  readonly onClose: () => void
}

/** Names a party that did not open, or nobody; only those who really did not are offered. */
export function AbortDialog({ draw, isBusy, error, onDone, onClose }: AbortDialogProps) {
  const t = useText()
  const [form] = Form.useForm<{ party: string; why: string }>()
  const stage = draw.portfolio === null ? 0 : 1
  const silent = draw.parties.filter((party) => (party.opened[stage] ?? null) === null)
  // Whoever has not opened after others did may know the outcome: then the draw ends in his name.
  const mustName = silent.length > 0 && silent.length < draw.parties.length
  return (
    <FormDialog
      title={t(texts.title)}
      act={t(texts.act)}
      form={form}
      initialValues={{ party: mustName ? (silent[0]?.party ?? '') : '' }}
      okButtonProps={{ danger: true }}
      isBusy={isBusy}
      error={error}
      onFinish={({ party, why }) => onDone({ party: party === '' ? null : party, why: why.trim() })}
      onClose={onClose}
    >
      <p>{t(texts.what)}</p>
      <Form.Item name="party" label={t(texts.party)}>
        <Radio.Group
          options={[
            ...silent.map((party) => ({ value: party.party, label: party.name })),
            ...(mustName ? [] : [{ value: '', label: t(texts.nobody) }]),
          ]}
        />
      </Form.Item>
      <Form.Item
        name="why"
        label={t(texts.why)}
        rules={[{ required: true, min: 2, whitespace: true, message: t(texts.missing) }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  )
}
