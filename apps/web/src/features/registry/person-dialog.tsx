import { putPerson, type Person } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { knownSkills, skillName } from '../../lib/round-words.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Checkbox, Form, Input, Select } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PersonField } from '../../ui/person-field.tsx'
import { PlacePicker } from '../../ui/place-picker.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { refreshPeople } from './api.ts'
import { EvidenceField } from './evidence-field.tsx'
import { KnownList } from './known-list.tsx'
import { AbsenceRows, isWhole, PostingRows, type Absence, type Posting } from './person-periods.tsx'
import { filledOf, writtenOf, type PersonFilled } from './person-form.ts'
import { personTexts as texts } from './person-texts.ts'
import { experiences, facts, personRoles } from './texts.ts'
import './fields.css'

interface PersonDialogProps {
  readonly authority: string
  /** `null` enters somebody new. */
  readonly person: Person | null
  readonly onDone: (person: Person) => void
  readonly onClose: () => void
}

/** The entry of one person, with all that the sheet of the pool takes. */
export function PersonDialog({ authority, person, onDone, onClose }: PersonDialogProps) {
  const t = useText()
  const [id] = useState(() => person?.id ?? newId())
  const [form] = Form.useForm<PersonFilled>()
  const isTrainee = Form.useWatch('training', form) ?? person?.training ?? false
  const put = useAct(putPerson, refreshPeople)
  const need = [{ required: true, whitespace: true, message: t(texts.need) }]
  const whole = {
    validator: (_rule: unknown, list: readonly (Posting | Absence)[] | null) =>
      list === null || list.every(isWhole) ? Promise.resolve() : Promise.reject(new Error(t(texts.notWhole))),
  }
  const line = (name: 'number' | 'employer' | 'rank' | 'source') => (
    <Form.Item name={name} label={t(texts[name])}>
      <Input maxLength={200} autoComplete="off" />
    </Form.Item>
  )
  const place = (name: 'home' | 'native') => (
    <Form.Item name={name} label={t(facts[name])}>
      <PlacePicker />
    </Form.Item>
  )
  const words = (name: 'skills' | 'languages', offered: readonly { readonly value: string; readonly label: string }[]) => (
    <Form.Item name={name} label={t(texts[name])}>
      <KnownList<string>
        label={t(texts[name])}
        draw={(list, onChange) => (
          <Select
            mode="tags"
            aria-label={t(texts[name])}
            value={[...list]}
            onChange={onChange}
            options={[...offered]}
            tokenSeparators={['、', '，', ',']}
          />
        )}
      />
    </Form.Item>
  )
  return (
    <FormDialog<PersonFilled>
      title={person === null ? t(texts.enter) : t(texts.edit, { name: person.name })}
      act={t(texts.save)}
      width={760}
      form={form}
      initialValues={filledOf(person)}
      isBusy={put.isPending}
      error={put.error}
      onFinish={(filled) =>
        put.mutate(
          { params: { authority, person: id }, body: writtenOf({ ...filledOf(person), ...filled }, person?.version ?? null) },
          { onSuccess: onDone },
        )
      }
      onClose={onClose}
    >
      <div className="field-grid">
        <Form.Item name="name" label={t(texts.name)} rules={need}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        {line('number')}
        {line('employer')}
        {line('rank')}
        <Form.Item name="unit" label={t(texts.unit)}>
          <UnitField within={authority} allowClear />
        </Form.Item>
        {line('source')}
        {place('home')}
        {place('native')}
        <Form.Item name="roles" label={t(texts.roles)} rules={[{ required: true, type: 'array', message: t(texts.need) }]}>
          <Select mode="multiple" options={Object.entries(personRoles).map(([value, text]) => ({ value, label: t(text) }))} />
        </Form.Item>
        <Form.Item name="experience" label={t(texts.experience)}>
          <Select
            allowClear
            placeholder={t(texts.unknown)}
            options={Object.entries(experiences).map(([value, text]) => ({ value, label: t(text) }))}
          />
        </Form.Item>
        {words(
          'skills',
          knownSkills.map((skill) => ({ value: skill, label: t(skillName(skill)) })),
        )}
        {words('languages', [])}
      </div>
      <Form.Item name="postings" label={t(facts.postings)} validateTrigger="onSubmit" rules={[whole]}>
        <KnownList<Posting>
          label={t(facts.postings)}
          draw={(list, onChange) => <PostingRows list={list} onChange={onChange} />}
        />
      </Form.Item>
      <Form.Item name="absences" label={t(texts.absences)} validateTrigger="onSubmit" rules={[whole]}>
        <KnownList<Absence>
          label={t(texts.absences)}
          draw={(list, onChange) => <AbsenceRows list={list} onChange={onChange} />}
        />
      </Form.Item>
      <Form.Item name="unverified" label={t(texts.unverified)} extra={t(texts.unverifiedNote)}>
        <Checkbox.Group options={Object.entries(facts).map(([value, text]) => ({ value, label: t(text) }))} />
      </Form.Item>
      <Form.Item name="evidence" label={t(texts.evidence)}>
        <EvidenceField />
      </Form.Item>
      <Form.Item name="training" valuePropName="checked">
        <Checkbox>{t(texts.training)}</Checkbox>
      </Form.Item>
      {isTrainee ? (
        <Form.Item name="mentor" label={t(texts.mentor)} rules={[{ required: true, message: t(texts.need) }]}>
          <PersonField authority={authority} />
        </Form.Item>
      ) : null}
    </FormDialog>
  )
}
