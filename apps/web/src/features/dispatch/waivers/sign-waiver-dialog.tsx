import { listRoundTargets, readPool, signWaiver } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'
import { Form, Input, Select } from '../../../ui/antd.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { liftableRules } from '../rule-words.ts'

const texts = {
  title: { zh: '批准例外', en: 'Sign an exception' },
  what: {
    zh: '只对这一个人、这一个对象放宽这一条规则，写入方案、回避审查表和报告。亲属回避是法定情形，任何人不能放宽。',
    en: 'Lifts this rule for this person and this target only; it stands in plan, certificate and report. Kinship is law and never lifted.',
  },
  person: { zh: '人员', en: 'Person' },
  target: { zh: '被巡察党组织', en: 'Target' },
  rule: { zh: '放宽的规则', en: 'Rule lifted' },
  why: { zh: '理由', en: 'Reason' },
  choose: { zh: '请选择', en: 'Choose' },
  whyMissing: { zh: '未写理由，不能批准', en: 'Without a reason nothing is signed' },
  sign: { zh: '批准', en: 'Sign' },
}

export interface WaiverAsked {
  readonly person?: string
  readonly target?: string
  readonly rule?: string
}
interface Filled extends Required<WaiverAsked> {
  readonly why: string
}

interface SignWaiverDialogProps {
  readonly round: string
  /** What a refused move asked for. */
  readonly asked: WaiverAsked
  readonly onClose: () => void
}

/** The named approver is who is signed in: leading group only, and the server holds to it. */
export function SignWaiverDialog({ round, asked, onClose }: SignWaiverDialogProps) {
  const t = useText()
  const params = { round }
  const [form] = Form.useForm<Filled>()
  const pool = useRead(readPool, { params })
  const targets = useRead(listRoundTargets, { params })
  const sign = useAct(signWaiver, refreshRound(round))
  const need = [{ required: true, message: t(texts.choose) }]
  return (
    <FormDialog
      title={t(texts.title)}
      act={t(texts.sign)}
      form={form}
      initialValues={asked}
      isBusy={sign.isPending}
      error={sign.error}
      onFinish={({ person, target, rule, why }) =>
        sign.mutate({ params, body: { id: newId(), person, target, rule, why: why.trim() } }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <p>{t(texts.what)}</p>
      <Form.Item name="person" label={t(texts.person)} rules={need}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={pool.isPending}
          options={(pool.data?.items ?? []).map(({ person }) => ({ value: person.id, label: person.name }))}
        />
      </Form.Item>
      <Form.Item name="target" label={t(texts.target)} rules={need}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={targets.isPending}
          options={(targets.data?.items ?? []).map((target) => ({
            value: target.unit,
            label: `${target.county.name} ${target.name}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="rule" label={t(texts.rule)} rules={need}>
        <Select options={Object.entries(liftableRules).map(([value, text]) => ({ value, label: t(text) }))} />
      </Form.Item>
      <Form.Item name="why" label={t(texts.why)} rules={[{ required: true, min: 2, message: t(texts.whyMissing) }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  )
}
