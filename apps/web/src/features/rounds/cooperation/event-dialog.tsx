import { recordCooperationEvent } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { useAct } from '../../../lib/use-endpoint.ts'
import { ActDialog } from '../../../ui/act-dialog.tsx'
import { Button, Form, Input, Modal, Segmented } from '../../../ui/antd.ts'
import { DayField } from '../../../ui/day-field.tsx'
import { UnitPicker } from '../parts/unit-picker.tsx'
import { Warnings } from '../parts/warnings.tsx'
import { PersonPicker } from './person-picker.tsx'
import { PickedList } from './picked-list.tsx'
import { kinds, type CooperationEvent, type CooperationKind } from './words.ts'

const texts = {
  title: { zh: '登记结对或片区协作', en: 'Record pairing or area cooperation' },
  act: { zh: '登记', en: 'Record' },
  name: { zh: '名称', en: 'Title' },
  nameHint: { zh: '如：弥市镇跨村片区协作', en: 'e.g. cooperation of the villages of a town' },
  needName: { zh: '没有名称，不能登记', en: 'It needs a title' },
  starts: { zh: '开始', en: 'From' },
  ends: { zh: '结束', en: 'To' },
  needDay: { zh: '没有日期，不知道计入哪一年', en: 'Without days it counts in no year' },
  people: { zh: '参加人员', en: 'Who takes part' },
  needPeople: { zh: '没有参加人员，无法核对回避', en: 'Without people nothing can be checked' },
  findPerson: { zh: '按姓名、单位找人', en: 'Find by name or employer' },
  units: { zh: '对象', en: 'Units' },
  needUnits: { zh: '没有对象，无法核对回避', en: 'Without units nothing can be checked' },
  findUnit: { zh: '按名称找村、社区、单位', en: 'Find by name' },
  recorded: { zh: '已登记，请核对以下情况', en: 'Recorded; please look at this' },
  recordedWhat: {
    zh: '这些提示不妨碍登记。有人不宜参加的，先撤回本条，换人后重新登记。',
    en: 'These do not prevent the record. Where somebody should not take part, withdraw it and record it anew.',
  },
  close: { zh: '知道了', en: 'Close' },
}

interface Filled {
  readonly kind: CooperationKind
  readonly title: string
  readonly starts: string
  readonly ends: string
}

interface EventDialogProps {
  readonly authority: string
  readonly onClose: () => void
}

interface Picked {
  readonly id: string
  readonly name: string
}

/** Records an event; who knows the place is warned of right after, from the facts that the office has. */
export function EventDialog({ authority, onClose }: EventDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<Filled>()
  const [people, setPeople] = useState<readonly Picked[]>([])
  const [units, setUnits] = useState<readonly Picked[]>([])
  const [tried, setTried] = useState(false)
  const [recorded, setRecorded] = useState<CooperationEvent | null>(null)
  const record = useAct(recordCooperationEvent, (queries) => queries.invalidateQueries({ queryKey: ['listCooperationEvents'] }))
  const finish = (filled: Filled) => {
    if (people.length === 0 || units.length === 0) return
    const body = { ...filled, id, authority, title: filled.title.trim(), people: idsOf(people), units: idsOf(units) }
    record.mutate({ body }, { onSuccess: (event) => (event.warnings.length === 0 ? onClose() : setRecorded(event)) })
  }
  if (recorded !== null)
    return (
      <Modal
        open
        title={t(texts.recorded)}
        onCancel={onClose}
        footer={
          <Button type="primary" onClick={onClose}>
            {t(texts.close)}
          </Button>
        }
      >
        <Warnings items={recorded.warnings} />
        <p className="muted">{t(texts.recordedWhat)}</p>
      </Modal>
    )
  return (
    <ActDialog
      width={600}
      title={t(texts.title)}
      act={t(texts.act)}
      isBusy={record.isPending}
      error={record.error}
      onAct={() => {
        setTried(true)
        form.submit()
      }}
      onClose={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ kind: 'pairing' }} onFinish={finish}>
        <Form.Item name="kind">
          <Segmented options={(['pairing', 'area'] as const).map((value) => ({ value, label: t(kinds[value]) }))} />
        </Form.Item>
        <Form.Item name="title" label={t(texts.name)} rules={[{ required: true, whitespace: true, message: t(texts.needName) }]}>
          <Input maxLength={200} placeholder={t(texts.nameHint)} />
        </Form.Item>
        <div className="event-days">
          <Form.Item name="starts" label={t(texts.starts)} rules={[{ required: true, message: t(texts.needDay) }]}>
            <DayField />
          </Form.Item>
          <Form.Item name="ends" label={t(texts.ends)} rules={[{ required: true, message: t(texts.needDay) }]}>
            <DayField />
          </Form.Item>
        </div>
        <Form.Item label={t(texts.people)} {...missing(tried && people.length === 0, t(texts.needPeople))}>
          <PersonPicker
            authority={authority}
            label={t(texts.findPerson)}
            onPick={(person) => setPeople(withOne(people, { id: person.id, name: person.name }))}
          />
          <PickedList items={people} onRemove={(gone) => setPeople(people.filter((one) => one.id !== gone))} />
        </Form.Item>
        <Form.Item label={t(texts.units)} {...missing(tried && units.length === 0, t(texts.needUnits))}>
          <UnitPicker
            within={authority}
            label={t(texts.findUnit)}
            onPick={(unit) => setUnits(withOne(units, { id: unit.id, name: unit.name }))}
          />
          <PickedList items={units} onRemove={(gone) => setUnits(units.filter((one) => one.id !== gone))} />
        </Form.Item>
      </Form>
    </ActDialog>
  )
}

const idsOf = (items: readonly Picked[]): string[] => items.map(({ id }) => id)

function withOne(items: readonly Picked[], one: Picked): readonly Picked[] {
  return items.some(({ id }) => id === one.id) ? items : [...items, one]
}

function missing(isMissing: boolean, help: string): { readonly validateStatus?: 'error'; readonly help?: string } {
  return isMissing ? { validateStatus: 'error', help } : {}
}
