import { commitToDraw } from '@shengmian/contract'
import { commitSecrets } from '@shengmian/dispatch/draw-party'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { Button, Input, Radio } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { keepSecrets, makeSecrets, saveFile, secretsFromDice, writeSecrets, type Secrets } from './secrets.ts'
import type { Draw } from './texts.ts'
import { useStep } from './use-draw.ts'

const texts = {
  what: {
    zh: '生成两个密数，只交它们的指纹。密数存在您这里，公开之前谁也不知道，包括巡察办和系统管理员。',
    en: 'Two secrets are made, and only their hashes are handed in. The secrets stay with you; until they are opened nobody knows them, neither the office nor the administrators.',
  },
  how: { zh: '密数从哪里来', en: 'Where the secrets come from' },
  browser: { zh: '由本机随机产生', en: 'Made by this computer' },
  dice: { zh: '自己掷骰子', en: 'Thrown with dice' },
  one: { zh: '第一密数：掷 50 次以上，依次写点数', en: 'First secret: at least 50 throws in order' },
  two: { zh: '第二密数：另掷 50 次以上', en: 'Second secret: at least 50 more' },
  submit: { zh: '保存密数并提交承诺', en: 'Save the secrets and commit' },
  file: {
    zh: '密数文件会下载到本机，请妥善保管：公开时要用，遗失则本次抽签中止，并记名。',
    en: 'The file of secrets is saved to this computer. Keep it: it is needed to open, and without it the draw ends under your name.',
  },
}

/** Makes the secrets here, saves them here, and sends only what they hash to. */
export function CommitForm({ draw, party }: { readonly draw: Draw; readonly party: string }) {
  const t = useText()
  const commit = useStep(commitToDraw)
  const [source, setSource] = useState<'browser' | 'dice'>('browser')
  const [rolls, setRolls] = useState(['', ''])
  const [wrong, setWrong] = useState<{ readonly zh: string; readonly en: string } | null>(null)
  const [one = '', two = ''] = rolls
  const send = (secrets: Secrets): void => {
    setWrong(null)
    // saved before anything is sent: a commitment without its secrets would end the draw
    keepSecrets(draw.id, secrets)
    saveFile(`secrets-${draw.number}-${party}.json`, writeSecrets(secrets))
    const { first, second } = commitSecrets(draw.root, party, secrets.first, secrets.second)
    commit.mutate({ params: { draw: draw.id }, body: { first, second } })
  }
  const submit = (): void => {
    if (source === 'browser') return send(makeSecrets())
    const made = secretsFromDice(one, two)
    if (made.kind === 'refused') setWrong(made)
    else send(made.secrets)
  }
  return (
    <div className="draw-form">
      <p>{t(texts.what)}</p>
      <Radio.Group
        aria-label={t(texts.how)}
        value={source}
        onChange={(event) => setSource(event.target.value as 'browser' | 'dice')}
        options={(['browser', 'dice'] as const).map((value) => ({ value, label: t(texts[value]) }))}
      />
      {source === 'browser' ? null : (
        <div className="draw-dice">
          {[texts.one, texts.two].map((label, k) => (
            <label key={label.en}>
              {t(label)}
              <Input.TextArea
                rows={2}
                value={rolls[k]}
                placeholder="1–6"
                onChange={(event) => setRolls(rolls.map((own, at) => (at === k ? event.target.value : own)))}
              />
            </label>
          ))}
        </div>
      )}
      {wrong === null ? null : <p className="late">{t(wrong)}</p>}
      {commit.error === null ? null : <Refused error={commit.error} />}
      <div className="draw-acts">
        <Button type="primary" loading={commit.isPending} onClick={submit}>
          {t(texts.submit)}
        </Button>
        <span className="why-not">{t(texts.file)}</span>
      </div>
    </div>
  )
}
