import { listAccounts, listIdentityLinks, proposeIdentityLink } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct, useRead } from '../../lib/use-endpoint.ts'
import { Form, Input, Select } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'

const texts = {
  title: { zh: '提出关联', en: 'Propose a link' },
  what: {
    zh: '提出后不能用来登录：须由本人在十四天内登录本系统，再到{name}登录一次，身份标识一致才关联。',
    en: 'It signs nobody in yet: within fourteen days its person signs in here and then at {name}; it is linked if the subject is the same.',
  },
  account: { zh: '账号', en: 'Account' },
  search: { zh: '输入登录名或姓名', en: 'Sign-in name or name' },
  subject: { zh: '身份标识（sub）', en: 'Subject (sub)' },
  subjectWhy: { zh: '由{name}的管理方提供，不是姓名或手机号', en: 'Given by whoever runs {name}; no name or telephone number' },
  need: { zh: '请填写', en: 'Fill this in' },
  nobody: { zh: '管辖范围内没有这个账号', en: 'No such account within your range' },
}

interface Filled {
  readonly account: string
  readonly subject: string
}

/** Says whom the provider knows as which account; its person has the last word. */
export function ProposeDialog({ provider, onClose }: { readonly provider: string; readonly onClose: () => void }) {
  const t = useText()
  const [form] = Form.useForm<Filled>()
  const [search, setSearch] = useState('')
  const accounts = useRead(
    listAccounts,
    { query: { limit: 20, ...(search.trim() === '' ? {} : { search: search.trim() }) } },
    { keep: true },
  )
  const propose = useAct(proposeIdentityLink, (queries) => queries.invalidateQueries({ queryKey: [listIdentityLinks.id] }))
  const need = [{ required: true, whitespace: true, message: t(texts.need) }]
  return (
    <FormDialog<Filled>
      title={t(texts.title)}
      act={t(texts.title)}
      form={form}
      isBusy={propose.isPending}
      error={propose.error}
      onFinish={({ account, subject }) =>
        propose.mutate({ body: { id: newId(), account, subject: subject.trim() } }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <p className="muted">{t(texts.what, { name: provider })}</p>
      <Form.Item name="account" label={t(texts.account)} rules={need}>
        <Select
          showSearch={{ filterOption: false, onSearch: setSearch }}
          placeholder={t(texts.search)}
          notFoundContent={t(texts.nobody)}
          options={(accounts.data?.items ?? [])
            .filter((one) => one.disabledAt === null)
            .map((one) => ({ value: one.id, label: `${one.signInName} ${one.name}` }))}
        />
      </Form.Item>
      <Form.Item name="subject" label={t(texts.subject)} extra={t(texts.subjectWhy, { name: provider })} rules={need}>
        <Input maxLength={255} autoComplete="off" spellCheck={false} />
      </Form.Item>
    </FormDialog>
  )
}
