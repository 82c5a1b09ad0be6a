import { makePosters, type listPosters, type Medium, type ReplyOf } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { Form, Input, Segmented, Select } from '../../../ui/antd.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { media, MEDIA } from '../words.ts'

const texts = {
  title: { zh: '生成码', en: 'Make codes' },
  act: { zh: '生成', en: 'Make' },
  medium: { zh: '印在什么上', en: 'Printed on' },
  units: { zh: '给哪些村和单位', en: 'For which villages and units' },
  others: { zh: '别的地方，一行一个', en: 'Other places, one a line' },
  othersHint: { zh: '如：七里集市、镇卫生院', en: 'e.g. the market, the clinic' },
  need: { zh: '至少选一个地方', en: 'Choose at least one place' },
}

type Places = ReplyOf<typeof listPosters>['places']

interface Filled {
  readonly medium: Medium
  readonly units: string[]
  readonly others?: string
}

interface MakeDialogProps {
  readonly round: string
  readonly places: Places
  readonly onClose: () => void
}

/** A code for each place: villages of the round, and places where everybody goes. */
export function MakeDialog({ round, places, onClose }: MakeDialogProps) {
  const t = useText()
  const [form] = Form.useForm<Filled>()
  const make = useAct(makePosters, refreshRound(round))
  const finish = (filled: Filled) => {
    const chosen = placesOf(filled, places)
    if (chosen.length === 0) return form.setFields([{ name: 'units', errors: [t(texts.need)] }])
    make.mutate({ params: { round }, body: { medium: filled.medium, places: chosen } }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={t(texts.title)}
      act={t(texts.act)}
      isBusy={make.isPending}
      form={form}
      error={make.error}
      onClose={onClose}
      initialValues={{ medium: 'poster', units: places.map(({ unit }) => unit) }}
      onFinish={finish}
    >
      <Form.Item name="medium" label={t(texts.medium)}>
        <Segmented options={MEDIA.map((value) => ({ value, label: t(media[value]) }))} />
      </Form.Item>
      <Form.Item name="units" label={t(texts.units)}>
        <Select
          mode="multiple"
          maxTagCount={6}
          optionFilterProp="label"
          options={places.map(({ unit, name }) => ({ value: unit, label: name }))}
        />
      </Form.Item>
      <Form.Item name="others" label={t(texts.others)} extra={t(texts.othersHint)}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  )
}

function placesOf({ units, others = '' }: Filled, places: Places): { unit: string | null; place: string }[] {
  const named = places.filter(({ unit }) => units.includes(unit)).map(({ unit, name }) => ({ unit, place: name.slice(0, 80) }))
  const typed = others
    .split('\n')
    .map((line) => line.trim().slice(0, 80))
    .filter((line) => line !== '')
  return [...named, ...typed.map((place) => ({ unit: null, place }))]
}
