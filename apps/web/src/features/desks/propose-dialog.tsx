import { proposeDesk } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { refreshRound, useAct } from '../../lib/use-endpoint.ts'
import { Form, Input } from '../../ui/antd.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

const texts = {
  title: { zh: '开设收件点', en: 'Propose a desk' },
  act: { zh: '提交批准', en: 'Hand in' },
  code: { zh: '代号（印在地址里）', en: 'Code (in the address)' },
  codeRule: { zh: '4 至 32 个小写字母和数字', en: '4 to 32 lower-case letters and digits' },
  site: { zh: '公开网址', en: 'Public address' },
  siteWhy: { zh: '群众手机要打得开；正式使用须为 https', en: 'Phones must reach it; https in earnest' },
  siteRule: { zh: '写作 https://主机名，后面不带斜杠', en: 'https://host, without a slash behind it' },
  sender: { zh: '派出地（巡察组从哪里来）', en: 'Sending place' },
  host: { zh: '被巡察地', en: 'Inspected place' },
  phone: { zh: '电话（值班、监督）', en: 'Telephone (duty, supervision)' },
  until: { zh: '收到哪一天', en: 'Open until' },
  root: { zh: '根钥公钥（root.pub 里的 64 位）', en: 'Root key (the 64 digits of root.pub)' },
  rootRule: { zh: '64 位小写十六进制', en: '64 hexadecimal digits' },
  need: { zh: '请填写', en: 'Fill this in' },
  why: {
    zh: '根钥在断网的电脑上做。批准人另拿一份公钥或指纹核对，再批准。',
    en: 'The root is made on a machine without network. The second hand compares the fingerprint with a copy of his own.',
  },
}

interface Filled {
  readonly code: string
  readonly site: string
  readonly sender: string
  readonly host: string
  readonly phone: string
  readonly until: string
  readonly root: string
}

/** Filled in before anybody types. */
export type Expected = Pick<Filled, 'until' | 'sender' | 'host'>

interface ProposeDialogProps {
  readonly round: string
  readonly expected: Expected
  readonly onClose: () => void
}

/** Proposes where a round takes reports. */
export function ProposeDialog({ round, expected, onClose }: ProposeDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<Filled>()
  const propose = useAct(proposeDesk, refreshRound(round))
  const need = { required: true, whitespace: true, message: t(texts.need) }
  return (
    <FormDialog
      width={620}
      title={t(texts.title)}
      act={t(texts.act)}
      form={form}
      initialValues={{ ...expected, site: location.origin }}
      isBusy={propose.isPending}
      error={propose.error}
      onFinish={(filled) => propose.mutate({ params: { round }, body: { ...trimmed(filled), id } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className="muted">{t(texts.why)}</p>
      <div className="desk-form">
        <Form.Item
          name="code"
          label={t(texts.code)}
          rules={[{ required: true, pattern: /^[a-z0-9]{4,32}$/, message: t(texts.codeRule) }]}
        >
          <Input maxLength={32} />
        </Form.Item>
        <Form.Item
          name="site"
          label={t(texts.site)}
          extra={t(texts.siteWhy)}
          rules={[{ required: true, pattern: /^https?:\/\/[^/#?\s]+$/, message: t(texts.siteRule) }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="sender" label={t(texts.sender)} rules={[need]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="host" label={t(texts.host)} rules={[need]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="phone" label={t(texts.phone)} rules={[need]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="until" label={t(texts.until)} rules={[{ required: true, message: t(texts.need) }]}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item
        name="root"
        label={t(texts.root)}
        rules={[{ required: true, pattern: /^\s*[0-9a-f]{64}\s*$/, message: t(texts.rootRule) }]}
      >
        <Input maxLength={70} className="desk-key" />
      </Form.Item>
    </FormDialog>
  )
}

function trimmed({ code, site, sender, host, phone, until, root }: Filled): Filled {
  return { code, site, sender: sender.trim(), host: host.trim(), phone: phone.trim(), until, root: root.trim() }
}
