import { useText } from '../lib/language.tsx'
import { Form, Input } from './antd.ts'

const texts = {
  next: { zh: '新口令', en: 'New passphrase' },
  again: { zh: '再输一次新口令', en: 'The new passphrase once more' },
  rule: {
    zh: '至少 12 个字符，可以用汉字和空格；几个不相干的词最好记',
    en: 'At least 12 characters of any script, spaces too; some unrelated words are easiest to remember',
  },
  need: { zh: '请填写新口令', en: 'Enter the new passphrase' },
  differs: { zh: '两次输入不一样', en: 'The two are not the same' },
}

/** A new passphrase, typed twice: the form's field `next`. Whether it is fit is judged by the server. */
export function NewPassphraseFields({ size = 'middle' }: { readonly size?: 'middle' | 'large' }) {
  const t = useText()
  return (
    <>
      <Form.Item name="next" label={t(texts.next)} extra={t(texts.rule)} rules={[{ required: true, message: t(texts.need) }]}>
        <Input.Password autoComplete="new-password" size={size} maxLength={128} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t(texts.again)}
        dependencies={['next']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, value: string | undefined) =>
              (value ?? '') === (getFieldValue('next') ?? '') ? Promise.resolve() : Promise.reject(new Error(t(texts.differs))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" size={size} maxLength={128} />
      </Form.Item>
    </>
  )
}
