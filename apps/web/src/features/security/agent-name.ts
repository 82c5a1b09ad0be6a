const SYSTEMS = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const
const BROWSERS = [
  [/Edg\/(\d+)/, 'Edge'],
  [/QIHU|360/, '360'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Chrome\/(\d+)/, 'Chrome'],
  [/Safari\/(\d+)/, 'Safari'],
] as const

/** What a browser says of itself in two words, `Chrome 141，Windows`; null where it says nothing known. */
export function agentName(agent: string | null): string | null {
  if (agent === null) return null
  const system = SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1]
  const browser = BROWSERS.find(([pattern]) => pattern.test(agent))
  const version = browser === undefined ? undefined : browser[0].exec(agent)?.[1]
  const named = browser === undefined ? undefined : `${browser[1]}${version === undefined ? '' : ` ${version}`}`
  const parts = [named, system].filter((part) => part !== undefined)
  return parts.length === 0 ? null : parts.join('，')
}
