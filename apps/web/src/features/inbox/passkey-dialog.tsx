import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { Modal } from '../../ui/antd.ts'
import type { Keys } from './key-files.ts'
import { sealUnderPasskey, type PasskeyFault } from './passkey-file.ts'
import { keyFaults } from './texts.ts'

const texts = {
  title: { zh: '用通行密钥保存钥匙', en: 'Keep the key under a passkey' },
  act: { zh: '设通行密钥并下载', en: 'Make the passkey and download' },
  what: {
    zh: '本机新建一把通行密钥，钥匙封成一个文件，只有它打得开（本机的指纹、面容或 PIN，或安全密钥）。下次放入这个文件，不用口令。',
    en: 'This device makes a passkey; the key becomes a file that it alone opens (fingerprint, face, PIN or a security key). Next time choose this file: no passphrase.',
  },
  keep: {
    zh: '原来的口令文件要留好：换了设备、通行密钥删了，只能用它。浏览器会问两次。',
    en: 'Keep the file under the passphrase: on another device, or without the passkey, nothing else opens. The browser asks twice.',
  },
  done: { zh: '已保存为 {name}，请放在本机或随身的盘里。', en: 'Saved as {name}; keep it on this device or a drive of yours.' },
  close: { zh: '知道了', en: 'Close' },
  name: { zh: '收件箱钥匙-{desk}-通行密钥.age', en: 'inbox-key-{desk}-passkey.age' },
}

interface PasskeyDialogProps {
  readonly desk: string
  readonly keys: Keys
  readonly onClose: () => void
}

/** Seals the keys that are in memory to a passkey of this device, and hands the file over. */
export function PasskeyDialog({ desk, keys, onClose }: PasskeyDialogProps) {
  const t = useText()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<PasskeyFault | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const seal = async () => {
    setBusy(true)
    setFault(null)
    const lines = [...keys.identities, ...keys.replySecrets]
    const sealed = await sealUnderPasskey(lines, `收件箱 ${desk}`).finally(() => setBusy(false))
    if (typeof sealed === 'string') return setFault(sealed)
    const name = t(texts.name, { desk })
    handOver(name, sealed.file)
    setSaved(name)
  }
  return (
    <Modal
      open
      title={t(texts.title)}
      okText={t(saved === null ? texts.act : texts.close)}
      confirmLoading={isBusy}
      {...(saved === null ? {} : { cancelButtonProps: { hidden: true } })}
      onOk={() => (saved === null ? void seal() : onClose())}
      onCancel={onClose}
    >
      {saved === null ? (
        <>
          <p>{t(texts.what)}</p>
          <p className="muted">{t(texts.keep)}</p>
        </>
      ) : (
        <p role="status">{t(texts.done, { name: saved })}</p>
      )}
      {fault === null ? null : (
        <p role="alert" className="key-fault">
          {t(keyFaults[fault])}
        </p>
      )}
    </Modal>
  )
}

function handOver(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
