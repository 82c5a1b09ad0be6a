import { downloadCertificate, readCertificate } from '@shengmian/contract'
import { useParams } from '@tanstack/react-router'
import { CertificateSheet } from '../features/dispatch/certificates/certificate-sheet.tsx'
import { addressOf } from '../lib/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button, Skeleton } from '../ui/antd.ts'
import { Page } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '回避审查表', en: 'Certificate of recusal' },
  document: { zh: '下载 Word 文件', en: 'Download as Word' },
  print: { zh: '打印', en: 'Print' },
}

export function CertificatePage() {
  const t = useText()
  const params = useParams({ from: '/frame/rounds/$round/certificates/$person' })
  const { data: certificate, error, refetch } = useRead(readCertificate, { params })
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  return (
    <Page
      title={`${t(texts.title)} ${certificate?.person.name ?? ''}`}
      acts={
        <>
          <Button href={addressOf(downloadCertificate, params)}>{t(texts.document)}</Button>
          <Button type="primary" onClick={() => window.print()}>
            {t(texts.print)}
          </Button>
        </>
      }
    >
      {certificate === undefined ? <Skeleton active /> : <CertificateSheet certificate={certificate} />}
    </Page>
  )
}
