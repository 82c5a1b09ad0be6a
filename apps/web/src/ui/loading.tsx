import { useEffect, useState } from 'react'
import { useText } from '../lib/language.tsx'
import './loading.css'

const texts = { loading: { zh: '正在取{what}，已等{n}秒', en: 'Fetching {what}, {n} s so far' } }

/** Nothing for 300 ms, then the rows that will be there, with what is fetched and for how long. */
export function Loading({ what, rows = 6 }: { readonly what: string; readonly rows?: number }) {
  const t = useText()
  const [waited, setWaited] = useState(0)
  useEffect(() => {
    const began = Date.now()
    const timer = setInterval(() => setWaited(Date.now() - began), 300)
    return () => clearInterval(timer)
  }, [])
  if (waited < 300) return <div className="loading" aria-busy="true" />
  return (
    <div className="loading" role="status" aria-busy="true">
      <p className="muted">{t(texts.loading, { what, n: Math.floor(waited / 1000) })}</p>
      {Array.from({ length: rows }, (_row, at) => (
        <div key={at} className="loading-row">
          <span />
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  )
}
