import { useText } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'

const texts = { page: { zh: '下载“收件钥匙”页', en: 'Download the ceremony page' } }

/** The page on which keys are made, to be carried to a machine without network. */
export function CeremonyLink() {
  const t = useText()
  return (
    <Button href="/key-ceremony.html" download="key-ceremony.html">
      {t(texts.page)}
    </Button>
  )
}
