import { openSecret } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { Button, Upload } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { keepSecrets, keptSecrets, readSecrets } from './secrets.ts'
import type { Draw } from './texts.ts'
import { useStep } from './use-draw.ts'

const texts = {
  first: {
    zh: '各方承诺已齐。公开第一密数，各方密数合起来决定全部签。',
    en: 'Everybody has committed. The first secrets together fix all tickets.',
  },
  second: {
    zh: '签单已公布，不能再改。公开第二密数，各方密数合起来抽定一签。',
    en: 'The tickets are published and cannot be changed. The second secrets together pick one.',
  },
  open: { zh: '公开第{stage}密数', en: 'Open secret {stage}' },
  one: { zh: '一', en: '1' },
  two: { zh: '二', en: '2' },
  load: { zh: '选密数文件', en: 'Choose the file of secrets' },
  missing: {
    zh: '本页没有您的密数，请选提交承诺时保存的文件。',
    en: 'This page does not hold your secrets: choose the file saved when you committed.',
  },
  wrong: { zh: '这不是密数文件', en: 'This is no file of secrets' },
  deadline: {
    zh: '期限 {deadline}；到期不公开，本次中止并记名',
    en: 'Until {deadline}; who does not open by then ends the draw under his name',
  },
}

/** Opens the secret of a stage: from this visit, or from the file that the party kept. */
export function OpenForm({ draw, stage }: { readonly draw: Draw; readonly stage: 1 | 2 }) {
  const t = useText()
  const open = useStep(openSecret)
  const [secrets, setSecrets] = useState(() => keptSecrets(draw.id))
  const [isWrong, setWrong] = useState(false)
  const load = async (file: File): Promise<void> => {
    const found = readSecrets(await file.text())
    setWrong(found === null)
    if (found === null) return
    keepSecrets(draw.id, found)
    setSecrets(found)
  }
  const send = (): void => {
    if (secrets === null) return
    open.mutate({ params: { draw: draw.id }, body: { stage, secret: stage === 1 ? secrets.first : secrets.second } })
  }
  return (
    <div className="draw-form">
      <p>{t(stage === 1 ? texts.first : texts.second)}</p>
      {secrets === null ? <p className="why-not">{t(texts.missing)}</p> : null}
      {isWrong ? <p className="late">{t(texts.wrong)}</p> : null}
      {open.error === null ? null : <Refused error={open.error} />}
      <div className="draw-acts">
        <Button type="primary" disabled={secrets === null} loading={open.isPending} onClick={send}>
          {t(texts.open, { stage: t(stage === 1 ? texts.one : texts.two) })}
        </Button>
        <Upload
          accept=".json"
          showUploadList={false}
          beforeUpload={(file) => {
            void load(file)
            return false
          }}
        >
          <Button>{t(texts.load)}</Button>
        </Upload>
        {draw.deadline === '' ? null : <span className="why-not">{t(texts.deadline, { deadline: draw.deadline })}</span>}
      </div>
    </div>
  )
}
