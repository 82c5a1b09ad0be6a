import { useEffect, useRef, useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { Button } from '../../../ui/antd.ts'
import { repaintPhoto } from './repaint-photo.ts'

const MOST_PHOTOS = 12

const texts = {
  label: { zh: '原件照片', en: 'Photos of the paper' },
  add: { zh: '加照片', en: 'Add photos' },
  hint: {
    zh: '信、纸条拍下来一起寄。拍照的地点、时间、手机型号和文件名在本机去掉。',
    en: 'Of the letter or slip. Place, time, phone and file name are taken out on this machine.',
  },
  photo: { zh: '照片{n}', en: 'photo {n}' },
  remove: { zh: '删掉照片{n}', en: 'Remove photo {n}' },
  cannot: { zh: '有{n}个文件不是照片，没有加', en: '{n} files are no pictures and were left out' },
  full: { zh: '最多{n}张', en: 'At most {n}' },
}

interface LetterPhotosProps {
  readonly photos: readonly Uint8Array[]
  readonly onChange: (photos: readonly Uint8Array[]) => void
  readonly isDisabled: boolean
}

/** Photos of what was written on paper: in the memory of this page until they are sealed. */
export function LetterPhotos({ photos, onChange, isDisabled }: LetterPhotosProps) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState('')
  const add = async (files: readonly File[]) => {
    const painted = await Promise.all(files.map((file) => repaintPhoto(file)))
    const good = painted.filter((photo) => photo !== null)
    const room = MOST_PHOTOS - photos.length
    setFault(
      good.length < files.length
        ? t(texts.cannot, { n: files.length - good.length })
        : good.length > room
          ? t(texts.full, { n: MOST_PHOTOS })
          : '',
    )
    onChange([...photos, ...good.slice(0, room)])
  }
  return (
    <div className="letter-photos" role="group" aria-label={t(texts.label)}>
      <p className="letter-photos-head">
        {t(texts.label)}
        <span className="muted">{t(texts.hint)}</span>
      </p>
      <ul>
        {photos.map((photo, at) => (
          <li key={keyOf(photo)}>
            <Picture bytes={photo} name={t(texts.photo, { n: at + 1 })} />
            <Button
              size="small"
              type="link"
              disabled={isDisabled}
              aria-label={t(texts.remove, { n: at + 1 })}
              onClick={() => onChange(photos.filter((one) => one !== photo))}
            >
              ×
            </Button>
          </li>
        ))}
        <li>
          <Button disabled={isDisabled || photos.length >= MOST_PHOTOS} onClick={() => input.current?.click()}>
            {t(texts.add)}
          </Button>
        </li>
      </ul>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        aria-label={t(texts.add)}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          target.value = ''
          void add(files)
        }}
      />
      {fault === '' ? null : (
        <p className="paper-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}

const keys = new WeakMap<Uint8Array, string>()

/** Two photos of one page look alike; each is itself. */
function keyOf(photo: Uint8Array): string {
  const key = keys.get(photo) ?? crypto.randomUUID()
  keys.set(photo, key)
  return key
}

/** Drawn from memory: no address of the picture exists that the browser could keep. */
function Picture({ bytes, name }: { readonly bytes: Uint8Array; readonly name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let isGone = false
    void createImageBitmap(new Blob([bytes.slice()]), { resizeHeight: 144, resizeQuality: 'medium' }).then((picture) => {
      const paper = canvas.current
      if (isGone || paper === null) return
      paper.width = picture.width
      paper.height = picture.height
      paper.getContext('2d')?.drawImage(picture, 0, 0)
    })
    return () => {
      isGone = true
    }
  }, [bytes])
  return <canvas ref={canvas} role="img" aria-label={name} />
}
