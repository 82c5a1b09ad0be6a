// Photos and voice, one at a time: fetched, opened and decoded to pixels or samples. The page draws and plays those; the file itself is
// never given to anything that would run or keep it.
import { takeReportAttachment } from '@shengmian/contract'
import { openAttachment, type Attachment } from '@shengmian/sealing'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../lib/api.ts'
import { useText, type Text } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { opened as texts } from './opened-texts.ts'

const LARGEST_PIXELS = 20_000_000

interface AttachmentsProps {
  readonly desk: string
  readonly number: number
  readonly attachments: readonly Attachment[]
}

export function Attachments({ desk, number, attachments }: AttachmentsProps) {
  const t = useText()
  if (attachments.length === 0) return null
  return (
    <section className="report-part" aria-label={t(texts.photos)}>
      <h3>{t(texts.photos)}</h3>
      <div className="report-files">
        {attachments.map((attachment, at) => (
          <OneFile key={attachment.id} desk={desk} number={number} attachment={attachment} at={at + 1} />
        ))}
      </div>
    </section>
  )
}

type Shown =
  | { readonly picture: ImageBitmap }
  | { readonly voice: AudioBuffer }
  | { readonly why: Text }
  | { readonly error: unknown }

function OneFile({ desk, number, attachment, at }: { desk: string; number: number; attachment: Attachment; at: number }) {
  const t = useText()
  const [shown, setShown] = useState<Shown | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const isPhoto = attachment.type.startsWith('image/')
  const what = t(isPhoto ? texts.photo : texts.voice, { n: at })
  const open = async () => {
    setIsBusy(true)
    try {
      const file = await call(takeReportAttachment, { params: { desk, number, attachment: attachment.id } })
      const bytes = openAttachment(new Uint8Array(await file.arrayBuffer()), attachment)
      setShown(bytes === null ? { why: texts.fileFails } : await decode(bytes, attachment.type))
    } catch (error) {
      setShown({ error })
    } finally {
      setIsBusy(false)
    }
  }
  if (shown === null)
    return (
      <Button loading={isBusy} onClick={() => void open()}>
        {t(texts.openFile, { what })}
      </Button>
    )
  if ('picture' in shown) return <Picture picture={shown.picture} label={what} />
  if ('voice' in shown) return <Voice voice={shown.voice} label={what} />
  if ('why' in shown) return <p role="alert">{`${what}：${t(shown.why)}`}</p>
  return <Refused error={shown.error} />
}

async function decode(bytes: Uint8Array, type: Attachment['type']): Promise<Shown> {
  try {
    if (type.startsWith('image/')) {
      const picture = await createImageBitmap(new Blob([bytes as BlobPart], { type }))
      return picture.width * picture.height > LARGEST_PIXELS ? { why: texts.fileUndecodable } : { picture }
    }
    const context = new OfflineAudioContext(1, 1, 44_100)
    return { voice: await context.decodeAudioData(bytes.slice().buffer) }
  } catch {
    return { why: texts.fileUndecodable }
  }
}

function Picture({ picture, label }: { readonly picture: ImageBitmap; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, 0, 0)
  }, [picture])
  return (
    <canvas ref={canvas} className="report-picture" width={picture.width} height={picture.height} role="img" aria-label={label} />
  )
}

function Voice({ voice, label }: { readonly voice: AudioBuffer; readonly label: string }) {
  const t = useText()
  const playing = useRef<AudioContext | null>(null)
  const [isPlaying, setIsPlaying] = useState(false)
  const stop = () => {
    void playing.current?.close()
    playing.current = null
    setIsPlaying(false)
  }
  useEffect(() => stop, [])
  const play = () => {
    const context = new AudioContext()
    playing.current = context
    const source = context.createBufferSource()
    source.buffer = voice
    source.connect(context.destination)
    source.addEventListener('ended', stop)
    source.start()
    setIsPlaying(true)
  }
  return (
    <Button onClick={isPlaying ? stop : play}>
      {isPlaying ? t(texts.stop) : t(texts.play)} {label}（{Math.ceil(voice.duration)} s）
    </Button>
  )
}
