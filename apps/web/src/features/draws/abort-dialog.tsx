import { useText } from '../../lib/language.tsx'
import { Button, Form, Input, Modal, Radio } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import type { Draw } from './texts.ts'

const texts = {
  title: { zh: '中止本次抽签', en: 'Abort this draw' },
  what: {
    zh: '本次抽签留在记录里，不能恢复。下一次用新的编号，各方重新提交承诺。',
    en: 'The draw stays on record and cannot be taken up again. The next one has a new number and new commitments.',
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
  const stage = draw.portfolio === null ? 0 : 1
  const silent = draw.parties.filter((party) => (party.opened[stage] ?? null) === null)
  return (
    <Modal open title={t(texts.title)} footer={null} onCancel={onClose} destroyOnHidden>
      <p>{t(texts.what)}</p>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ party: '' }}
        onFinish={({ party, why }: { party: string; why: string }) =>
          onDone({ party: party === '' ? null : party, why: why.trim() })
        }
      >
        <Form.Item name="party" label={t(texts.party)}>
          <Radio.Group
            options={[
              ...silent.map((party) => ({ value: party.party, label: party.name })),
              { value: '', label: t(texts.nobody) },
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
        {error === null || error === undefined ? null : <Refused error={error} />}
        <Button type="primary" danger htmlType="submit" loading={isBusy}>
          {t(texts.act)}
        </Button>
      </Form>
    </Modal>
  )
}
