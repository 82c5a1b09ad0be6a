import { useText } from '../../lib/language.tsx'
import { Button, Modal } from '../../ui/antd.ts'

const texts = {
  title: { zh: '恢复码，只显示这一次', en: 'Recovery codes, shown this once' },
  why: {
    zh: '手机不在身边时，用一个恢复码代替验证码登录。请抄在纸上或打印，锁起来保管；不要拍照、不要存在电脑里。',
    en: 'Without the phone, one of them stands in for a code. Write them down or print them and lock them away; no photograph, no file.',
  },
  kept: { zh: '已抄好', en: 'I have written them down' },
  print: { zh: '打印', en: 'Print' },
}

/** The codes, once: after this nobody can show them again. */
export function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const t = useText()
  return (
    <Modal
      title={t(texts.title)}
      open
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={[
        <Button key="print" onClick={() => window.print()}>
          {t(texts.print)}
        </Button>,
        <Button key="kept" type="primary" onClick={onKept}>
          {t(texts.kept)}
        </Button>,
      ]}
    >
      <p>{t(texts.why)}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
    </Modal>
  )
}
