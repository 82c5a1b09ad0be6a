import { useText } from '../../lib/language.tsx'
import { Button, Input } from '../../ui/antd.ts'
import { newPassphrase } from './new-passphrase.ts'
import { texts } from './texts.ts'

interface PassphraseFieldProps {
  readonly value?: string
  readonly onChange?: (passphrase: string) => void
  readonly id?: string
}

/** A passphrase for somebody else: one at random stands there, another is a click away, and it may be typed. */
export function PassphraseField({ value = '', onChange, id }: PassphraseFieldProps) {
  const t = useText()
  return (
    <div className="passphrase-line">
      <Input
        {...(id === undefined ? {} : { id })}
        value={value}
        maxLength={128}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange?.(event.target.value)}
      />
      <Button onClick={() => onChange?.(newPassphrase())}>{t(texts.another)}</Button>
    </div>
  )
}
