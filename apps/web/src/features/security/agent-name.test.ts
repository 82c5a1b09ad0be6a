import { expect, it } from 'vitest'
import { agentName } from './agent-name.ts'

it('a browser is named in two words, and an unknown one not at all', () => {
  const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
  expect(agentName(chrome)).toBe('Chrome 141，Windows')
  expect(agentName(`${chrome} Edg/141.0`)).toBe('Edge 141，Windows')
  expect(agentName('Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile')).toBe('Chrome 140，Android')
  expect(agentName('curl/8')).toBeNull()
  expect(agentName(null)).toBeNull()
})
