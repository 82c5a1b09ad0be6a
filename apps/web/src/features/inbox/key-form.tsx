import { useRef, useState, type ReactNode } from 'react'
import { useText } from '../../lib/language.tsx'
import { Button, Form, Input } from '../../ui/antd.ts'
import { readKeyFiles, type KeyFault, type Keys } from './key-files.ts'
import { keyFaults, texts } from './texts.ts'

interface KeyFormProps {
  readonly title: string
  readonly note: string
  readonly fileLabel: string
  readonly fileHint?: string
  /** More to fill in before the key is opened. */
  readonly children?: ReactNode
  readonly isReady?: boolean
  readonly onKeys: (keys: Keys) => void
}

/** Takes key files into memory. The passphrase is forgotten as soon as it has been tried. */
export function KeyForm({ title, note, fileLabel, fileHint, children, isReady = true, onKeys }: KeyFormProps) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [files, setFiles] = useState<readonly File[]>([])
  const [passphrase, setPassphrase] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<KeyFault | null>(null)
  const take = async () => {
    setIsBusy(true)
    // Opening blocks the page for seconds: what it does must be in sight before.
    await new Promise((resolve) => setTimeout(resolve, 50))
    const read = await readKeyFiles(files, passphrase).finally(() => setIsBusy(false))
    setPassphrase('')
    if (typeof read === 'string') setFault(read)
    else onKeys(read)
  }
  return (
    <Form layout="vertical" className="key-form" onFinish={() => void take()}>
      <h2>{title}</h2>
      <p className="muted">{note}</p>
      {children}
      <Form.Item label={fileLabel} extra={fileHint}>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={fileLabel}
          onChange={(event) => {
            setFault(null)
            setFiles([...(event.target.files ?? [])])
          }}
        />
        <Button onClick={() => input.current?.click()}>{t(texts.chooseKey)}</Button>
        {files.length === 0 ? null : (
          <span className="key-names">{t(texts.chosen, { names: files.map(({ name }) => name).join('、') })}</span>
        )}
      </Form.Item>
      <Form.Item label={t(texts.passphrase)} htmlFor="key-passphrase" extra={t(texts.passkeyHint)}>
        <Input.Password
          id="key-passphrase"
          value={passphrase}
          autoComplete="off"
          onChange={(event) => setPassphrase(event.target.value)}
        />
      </Form.Item>
      {fault === null ? null : (
        <p role="alert" className="key-fault">
          {t(keyFaults[fault])}
        </p>
      )}
      <Button type="primary" htmlType="submit" loading={isBusy} disabled={files.length === 0 || !isReady}>
        {isBusy ? t(texts.opening) : t(texts.useKey)}
      </Button>
    </Form>
  )
}
