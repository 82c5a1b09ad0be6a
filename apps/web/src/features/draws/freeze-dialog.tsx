import { freezeDraw, listAccounts, rehearseDraw } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useRead } from '../../lib/use-endpoint.ts'
import { Button, Form, Input, InputNumber, Modal, Radio } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { PartyFields, type PartyFilled } from './party-fields.tsx'
import { OddsLine } from './odds-line.tsx'
import { rules } from './texts.ts'
import { useStep } from './use-draw.ts'

const texts = {
  title: { zh: '冻结并开始抽签', en: 'Freeze and begin a draw' },
  what: {
    zh: '冻结后，人员、关系、对象和规则都不能再变；要改，只能中止本次、记录在案后重来。',
    en: 'After the freeze nothing can change: people, ties, targets, terms. To change anything the draw is aborted, on record, and begun again.',
  },
  tickets: { zh: '签数', en: 'Tickets' },
  travel: { zh: '里程容差（‰）', en: 'Travel tolerance (‰)' },
  travelWhy: {
    zh: '每签的里程不超过最优方案的这一比例；容差越大，越难猜中',
    en: 'how far above the best plan the travel of a ticket may be; the wider, the harder to guess',
  },
  unverified: { zh: '未核实可多', en: 'More unverified facts' },
  exposure: { zh: '关系暴露度可多', en: 'More exposure' },
  cap: { zh: '概率上限（‰，可不填）', en: 'Cap (‰, optional)' },
  withdrawal: { zh: '有人退出时', en: 'When somebody withdraws' },
  deadline: { zh: '公开期限', en: 'To be opened by' },
  deadlineHint: { zh: '如 11月25日18时', en: 'e.g. 25 November, 18:00' },
  parties: { zh: '参加方（至少三方，其中一方代表被巡察地区）', en: 'Parties: three at least, one for the inspected side' },
  missing: { zh: '必填', en: 'required' },
  act: { zh: '冻结', en: 'Freeze' },
  rehearse: { zh: '试算概率', en: 'Rehearse the odds' },
}

interface Filled {
  readonly tickets: number
  readonly travelPermille: number
  readonly unverified: number
  readonly totalExposure: number
  readonly capPermille: number | null
  readonly withdrawal: 'least-change' | 'next-ticket'
  readonly deadline: string
  readonly parties: readonly PartyFilled[]
}

const initial: Filled = {
  tickets: 100,
  travelPermille: 100,
  unverified: 0,
  totalExposure: 0,
  capPermille: null,
  withdrawal: 'least-change',
  deadline: '',
  parties: [
    { name: '', side: 'commissioning' },
    { name: '', side: 'inspected' },
    { name: '', side: 'supervisor' },
  ],
}

/** The terms of a draw and who sits at the table, fixed before anybody knows anything. */
export function FreezeDialog({ round, onClose }: { readonly round: string; readonly onClose: () => void }) {
  const t = useText()
  const accounts = useRead(listAccounts, { query: { limit: 200 } })
  const freeze = useStep(freezeDraw)
  const rehearse = useStep(rehearseDraw)
  const [form] = Form.useForm<Filled>()
  // Sent twice, it is the same draw.
  const [id] = useState(newId)
  const need = [{ required: true, message: t(texts.missing) }]
  const options = (accounts.data?.items ?? [])
    .filter((account) => account.disabledAt === null)
    .map((account) => ({ value: account.id, label: `${account.name} ${account.signInName}` }))
  const tryOdds = (): void => {
    const filled = form.getFieldsValue()
    rehearse.mutate({ params: { round }, body: { tickets: filled.tickets, ...looseness(filled) } })
  }
  const send = (filled: Filled): void => {
    const { tickets, withdrawal, deadline, parties } = filled
    freeze.mutate(
      {
        params: { round },
        body: {
          id,
          tickets,
          withdrawal,
          deadline,
          ...looseness(filled),
          parties: parties.map(({ account = '', ...party }) => ({ account, ...party })),
        },
      },
      { onSuccess: onClose },
    )
  }
  return (
    <Modal open width={760} title={t(texts.title)} footer={null} onCancel={onClose} destroyOnHidden>
      <p>{t(texts.what)}</p>
      <Form<Filled> form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={send}>
        <div className="draw-grid">
          <Form.Item name="tickets" label={t(texts.tickets)} rules={need}>
            <InputNumber min={2} max={10_000} precision={0} />
          </Form.Item>
          <Form.Item name="travelPermille" label={t(texts.travel)} tooltip={t(texts.travelWhy)} rules={need}>
            <InputNumber min={0} max={10_000} precision={0} />
          </Form.Item>
          <Form.Item name="unverified" label={t(texts.unverified)} rules={need}>
            <InputNumber min={0} max={10_000} precision={0} />
          </Form.Item>
          <Form.Item name="totalExposure" label={t(texts.exposure)} rules={need}>
            <InputNumber min={0} max={1_000_000} precision={0} />
          </Form.Item>
          <Form.Item name="capPermille" label={t(texts.cap)}>
            <InputNumber min={1} max={1000} precision={0} />
          </Form.Item>
          <Form.Item name="deadline" label={t(texts.deadline)} rules={need}>
            <Input maxLength={200} placeholder={t(texts.deadlineHint)} />
          </Form.Item>
        </div>
        <Form.Item name="withdrawal" label={t(texts.withdrawal)}>
          <Radio.Group options={(['least-change', 'next-ticket'] as const).map((value) => ({ value, label: t(rules[value]) }))} />
        </Form.Item>
        <PartyFields label={t(texts.parties)} accounts={options} isLoading={accounts.isPending} />
        {accounts.error === null ? null : <Refused error={accounts.error} />}
        {freeze.error === null ? null : <Refused error={freeze.error} />}
        {rehearse.error === null ? null : <Refused error={rehearse.error} />}
        {rehearse.data === undefined ? null : <OddsLine odds={rehearse.data} />}
        <div className="draw-acts">
          <Button type="primary" htmlType="submit" loading={freeze.isPending}>
            {t(texts.act)}
          </Button>
          <Button loading={rehearse.isPending} onClick={tryOdds}>
            {t(texts.rehearse)}
          </Button>
        </div>
      </Form>
    </Modal>
  )
}

/** How far from the best a ticket may be, and how likely a pair. */
function looseness({ travelPermille, unverified, totalExposure, capPermille }: Filled) {
  const tolerance = {
    worstExposure: totalExposure,
    totalExposure,
    unverified,
    memory: 0,
    workloadSpread: 0,
    travelPermille,
    travelKm: 0,
  }
  return { tolerance, capPermille: capPermille ?? null }
}
