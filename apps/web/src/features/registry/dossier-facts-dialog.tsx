import { putDossierFacts, type Dossier } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, InputNumber, Select } from '../../ui/antd.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { refreshUnits } from './api.ts'
import { factsFilled, factsWritten, isYearly, type FactsFilled, type PetitionYear } from './dossier-form.ts'
import { KnownList } from './known-list.tsx'
import { LineRows } from './line-rows.tsx'
import { unitEditTexts as texts } from './unit-edit-texts.ts'
import './fields.css'

/** The facts of a dossier; what was there before stays as a version. */
export function DossierFactsDialog({ dossier, onClose }: { readonly dossier: Dossier; readonly onClose: () => void }) {
  const t = useText()
  const [form] = Form.useForm<FactsFilled>()
  const put = useAct(putDossierFacts, refreshUnits)
  const number = (name: 'population' | 'conflicts' | 'economy') => (
    <Form.Item name={name} label={t(texts[name])}>
      <InputNumber
        min={0}
        max={name === 'population' ? 100_000_000 : 1_000_000}
        {...(name === 'economy' ? { step: 0.01 } : { precision: 0 })}
        placeholder={t(texts.unknown)}
      />
    </Form.Item>
  )
  const truth = (name: 'weakBranch' | 'poverty') => (
    <Form.Item name={name} label={t(texts[name])}>
      <Select
        allowClear
        placeholder={t(texts.unknown)}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(texts[value]) }))}
      />
    </Form.Item>
  )
  return (
    <FormDialog<FactsFilled>
      title={`${dossier.unit.name} ${t(texts.editFacts)}`}
      act={t(texts.save)}
      form={form}
      initialValues={factsFilled(dossier.facts)}
      isBusy={put.isPending}
      error={put.error}
      onFinish={({ reason = '', ...filled }) =>
        put.mutate(
          {
            params: { unit: dossier.unit.id },
            body: {
              facts: factsWritten(filled),
              version: dossier.version,
              reason: reason.trim() === '' ? null : reason.trim(),
            },
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <p className="muted">{t(texts.factsNote)}</p>
      <div className="field-grid">
        {number('population')}
        {number('economy')}
        {truth('weakBranch')}
        {truth('poverty')}
        {number('conflicts')}
        <Form.Item name="lastInspected" label={t(texts.lastInspected)}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item
        name="petitions"
        label={t(texts.petitions)}
        validateTrigger="onSubmit"
        rules={[
          {
            validator: (_rule, list: readonly PetitionYear[] | null) =>
              list === null || isYearly(list) ? Promise.resolve() : Promise.reject(new Error(t(texts.petitionsBad))),
          },
        ]}
      >
        <KnownList<PetitionYear>
          label={t(texts.petitions)}
          draw={(list, onChange) => (
            <LineRows<PetitionYear>
              list={list}
              onChange={onChange}
              fresh={{ year: '', count: null }}
              draw={(one, change) => (
                <>
                  <Input
                    aria-label={t(texts.year)}
                    placeholder={t(texts.year)}
                    maxLength={4}
                    inputMode="numeric"
                    value={one.year}
                    onChange={(event) => change({ year: event.target.value })}
                  />
                  <InputNumber
                    aria-label={t(texts.count)}
                    placeholder={t(texts.count)}
                    min={0}
                    max={1_000_000}
                    precision={0}
                    value={one.count}
                    onChange={(count) => change({ count })}
                  />
                </>
              )}
            />
          )}
        />
      </Form.Item>
      <Form.Item name="reason" label={t(texts.reason)} rules={[{ min: 2, message: t(texts.need) }]}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}
