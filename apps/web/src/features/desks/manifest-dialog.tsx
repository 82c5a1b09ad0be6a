import { publishManifest } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { refreshRound, useAct } from '../../lib/use-endpoint.ts'
import { ActDialog } from '../../ui/act-dialog.tsx'

const texts = {
  title: { zh: '公布钥匙单', en: 'Publish a manifest' },
  act: { zh: '公布', en: 'Publish' },
  file: { zh: '断网电脑签发的钥匙单', en: 'Manifest signed on the offline machine' },
  what: {
    zh: '服务器核对根钥签名、期号、日期、三把钥匙各不相同和本机的收件签名钥，不符的不收。私钥不要带到这台电脑上来。',
    en: 'The server checks the root’s signature, number, dates, distinct keys and its own acknowledging key. Bring no secret key to this machine.',
  },
}

interface ManifestDialogProps {
  readonly round: string
  readonly onClose: () => void
}

/** Publishes the keys of an epoch as the root signed them. */
export function ManifestDialog({ round, onClose }: ManifestDialogProps) {
  const t = useText()
  const [signed, setSigned] = useState('')
  const publish = useAct(publishManifest, refreshRound(round))
  return (
    <ActDialog
      title={t(texts.title)}
      act={t(texts.act)}
      okButtonProps={{ disabled: signed === '' }}
      isBusy={publish.isPending}
      error={publish.error}
      onAct={() => publish.mutate({ params: { round }, body: { signed } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t(texts.what)}</p>
      <label className="desk-file">
        {t(texts.file)}
        <input
          type="file"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            publish.reset()
            if (file === undefined) setSigned('')
            else void file.text().then((text) => setSigned(text.slice(0, 4000)))
          }}
        />
      </label>
    </ActDialog>
  )
}
