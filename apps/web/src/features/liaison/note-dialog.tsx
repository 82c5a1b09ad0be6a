import { putLocalNote, type TargetLogistics } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { useAct } from '../../lib/use-endpoint.ts'
import { Button, Form, Input } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'

const texts = {
  title: { zh: '{name}：写给外地组的话', en: 'What a stranger must know of {name}' },
  act: { zh: '保存', en: 'Save' },
  way: { zh: '怎么去、路况', en: 'Way and roads' },
  dialect: { zh: '方言、称呼', en: 'Dialect' },
  holidays: { zh: '集日、节俗、农忙', en: 'Market days, holidays, harvest' },
  contacts: { zh: '当地联系人', en: 'Whom to call' },
  name: { zh: '姓名', en: 'Name' },
  duty: { zh: '职务', en: 'Duty' },
  phone: { zh: '电话', en: 'Phone' },
  add: { zh: '增加联系人', en: 'Add somebody' },
  remove: { zh: '删去', en: 'Remove' },
  need: { zh: '请填写', en: 'Fill this in' },
}

interface NoteDialogProps {
  readonly target: TargetLogistics
  readonly onClose: () => void
}

/** Way, dialect, holidays and local contacts of a place, for a team that has never been there. */
export function NoteDialog({ target, onClose }: NoteDialogProps) {
  const t = useText()
  const [form] = Form.useForm<Parameters<typeof put.mutate>[0]['body']>()
  const put = useAct(putLocalNote, (queries) => queries.invalidateQueries({ queryKey: ['readLogistics'] }))
  const { way = '', dialect = '', holidays = '', contacts = [] } = target.note ?? {}
  const need = [{ required: true, whitespace: true, message: t(texts.need) }]
  return (
    <FormDialog
      width={600}
      title={t(texts.title, { name: target.name })}
      act={t(texts.act)}
      isBusy={put.isPending}
      form={form}
      error={put.error}
      onClose={onClose}
      initialValues={{ way, dialect, holidays, contacts: [...contacts] }}
      onFinish={(body) => put.mutate({ params: { round: target.round, unit: target.unit }, body }, { onSuccess: onClose })}
    >
      {(['way', 'dialect', 'holidays'] as const).map((field) => (
        <Form.Item key={field} name={field} label={t(texts[field])}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
        </Form.Item>
      ))}
      <Form.List name="contacts">
        {(fields, { add, remove }) => (
          <Form.Item label={t(texts.contacts)}>
            {fields.map((field) => (
              <div key={field.key} className="note-contact">
                {(['name', 'duty'] as const).map((part) => (
                  <Form.Item key={part} name={[field.name, part]} rules={need} noStyle>
                    <Input maxLength={120} placeholder={t(texts[part])} aria-label={t(texts[part])} />
                  </Form.Item>
                ))}
                <Form.Item name={[field.name, 'phone']} noStyle>
                  <Input maxLength={30} inputMode="tel" placeholder={t(texts.phone)} aria-label={t(texts.phone)} />
                </Form.Item>
                <Button type="link" onClick={() => remove(field.name)}>
                  {t(texts.remove)}
                </Button>
              </div>
            ))}
            <Button size="small" onClick={() => add({ name: '', duty: '', phone: '' })} disabled={fields.length >= 30}>
              {t(texts.add)}
            </Button>
          </Form.Item>
        )}
      </Form.List>
    </FormDialog>
  )
}
