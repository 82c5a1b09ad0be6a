import { useText } from '../lib/language.tsx'

const text = { zh: '未核', en: 'Unverified' }

/** 未核: a fact nobody has checked. It never looks like "none". */
export function Unverified({ count }: { readonly count?: number }) {
  const t = useText()
  return <span className="unverified">{count === undefined ? t(text) : count}</span>
}
