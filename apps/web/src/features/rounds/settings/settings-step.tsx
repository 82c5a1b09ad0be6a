import { changeRound, createRound, listRoundTemplates } from '@shengmian/contract'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { RefusedError } from '../../../lib/api.ts'
import { useLanguage, useText, type Language } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'
import { App, Button, Form, Input } from '../../../ui/antd.ts'
import { Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { WizardPage } from '../wizard/wizard-page.tsx'
import { BodyFields } from './body-fields.tsx'
import { ModeFields } from './mode-fields.tsx'
import { SettingsAside } from './settings-aside.tsx'
import { emptyForm, formOf, settingsOf, type RoundDetail, type SettingsForm } from './settings-form.ts'
import { texts } from './texts.ts'
import { ZoneFields } from './zone-fields.tsx'
import './settings.css'

interface SettingsStepProps {
  readonly authority: { readonly code: string; readonly name: string }
  /** `null`: a new round. */
  readonly round: RoundDetail | null
}

/** Step 1: the round, its mode and bodies. Saved when left; what the server refuses stands under its field. */
export function SettingsStep({ authority, round }: SettingsStepProps) {
  const t = useText()
  const { language } = useLanguage()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [form] = Form.useForm<SettingsForm>()
  const [id] = useState(() => round?.id ?? newId())
  const templates = useRead(listRoundTemplates, {})
  const create = useAct(createRound, refreshRound(id))
  const change = useAct(changeRound, refreshRound(id))
  const mode = Form.useWatch('mode', form)
  const isLocked = round !== null && round.state !== 'draft'
  const error = round === null ? create.error : change.error
  const save = async (goOn: boolean) => {
    await form.validateFields()
    // `getFieldsValue(true)` also has what is out of sight, such as the document of a level no longer raised.
    const settings = settingsOf({ ...emptyForm, ...(form.getFieldsValue(true) as Partial<SettingsForm>) }, round)
    if (round === null) await create.mutateAsync({ body: { id, authority: authority.code, ...settings } })
    else await change.mutateAsync({ params: { round: id }, body: settings })
    void message.success(t(texts.kept))
    await navigate({
      to: '/rounds/$round/plan/$step',
      params: { round: id, step: goOn ? 'targets' : 'settings' },
      replace: round === null,
    })
  }
  const run = (goOn: boolean) => {
    save(goOn).catch((failure: unknown) => placeErrors(form, failure, language))
  }
  return (
    <WizardPage
      step="settings"
      round={round?.id ?? null}
      aside={<SettingsAside form={form} templates={templates.data} warnings={round?.warnings ?? []} />}
      acts={
        isLocked ? (
          <span className="why-not">{t(texts.locked)}</span>
        ) : (
          <>
            <Button loading={create.isPending || change.isPending} onClick={() => run(false)}>
              {t(texts.draft)}
            </Button>
            <Button type="primary" loading={create.isPending || change.isPending} onClick={() => run(true)}>
              {t(texts.next)}
            </Button>
          </>
        )
      }
    >
      <Sheet label={t(texts.form)}>
        <Form
          form={form}
          className="settings-form"
          layout="horizontal"
          colon={false}
          disabled={isLocked}
          initialValues={round === null ? emptyForm : formOf(round)}
        >
          {error === null ? null : <Refused error={error} />}
          <Form.Item name="title" label={t(texts.title)} rules={[{ required: true, message: t(texts.needTitle) }]}>
            <Input placeholder={t(texts.titleEg)} maxLength={200} />
          </Form.Item>
          <ModeFields form={form} templates={templates.data} />
          <BodyFields form={form} authority={authority.name} />
          {mode === 'rotation' ? <ZoneFields within={authority.code} /> : null}
        </Form>
      </Sheet>
    </WizardPage>
  )
}

/** Puts each refusal under the field it is about. */
function placeErrors(form: ReturnType<typeof Form.useForm<SettingsForm>>[0], failure: unknown, language: Language): void {
  if (!(failure instanceof RefusedError)) return
  const places = failure.refusal.errors ?? []
  form.setFields(
    places.map((place) => ({
      name: (place.at === 'authorisation' ? ['authorisation', 'number'] : place.at) as keyof SettingsForm,
      errors: [place[language]],
    })),
  )
}
