import { useText, type Text } from '../lib/language.tsx'
import './light.css'

type LightColour = 'none' | 'blue' | 'yellow' | 'red'

const words: Readonly<Record<LightColour, Text>> = {
  none: { zh: '无', en: 'none' },
  blue: { zh: '蓝灯', en: 'blue' },
  yellow: { zh: '黄灯', en: 'yellow' },
  red: { zh: '红灯', en: 'red' },
}

/** Shape carries the meaning: ring, triangle, solid square. No light means nothing to say. */
export function Light({ colour }: { readonly colour: LightColour }) {
  const t = useText()
  if (colour === 'none') return null
  return (
    <svg className={`light light-${colour}`} viewBox="0 0 12 12" role="img" aria-label={t(words[colour])}>
      {colour === 'blue' ? <circle cx="6" cy="6" r="4.5" /> : null}
      {colour === 'yellow' ? <path d="M6 1.2 11.2 10.8H.8Z" /> : null}
      {colour === 'red' ? <rect x="1" y="1" width="10" height="10" /> : null}
    </svg>
  )
}
