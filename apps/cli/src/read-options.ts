// The words after the command, held against what the command takes.
import { parseArgs } from 'node:util'
import { EFFORTS } from '@shengmian/dispatch/efforts'
import type { Words } from './words.ts'

interface Taken {
  readonly files: readonly string[]
  readonly values: Readonly<Record<string, string | undefined>>
  readonly flags: ReadonlySet<string>
}

export type Options = { readonly kind: 'taken'; readonly taken: Taken } | { readonly kind: 'refused'; readonly why: Words }

/** `files` = how many file names there must be; every option takes a value unless it is a flag. */
export function readOptions(
  args: readonly string[],
  shape: { readonly files: readonly string[]; readonly values: readonly string[]; readonly flags: readonly string[] },
): Options {
  const options = Object.fromEntries([
    ...shape.values.map((name) => [name, { type: 'string', multiple: true }] as const),
    ...shape.flags.map((name) => [name, { type: 'boolean', multiple: true }] as const),
  ])
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return refuse(`参数有误：${message}`, message)
  }
  const repeated = shape.values.find((name) => Array.isArray(parsed.values[name]) && parsed.values[name].length > 1)
  if (repeated !== undefined) return refuse(`--${repeated} 写了两次`, `--${repeated} is given twice`)
  if (parsed.positionals.length !== shape.files.length)
    return refuse(`需要这些文件：${shape.files.join('、')}`, `these files are needed: ${shape.files.join(', ')}`)
  const first = (name: string): string | undefined => {
    const value = parsed.values[name]
    return Array.isArray(value) && typeof value[0] === 'string' ? value[0] : undefined
  }
  return {
    kind: 'taken',
    taken: {
      files: parsed.positionals,
      values: Object.fromEntries(shape.values.map((name) => [name, first(name)])),
      flags: new Set(shape.flags.filter((name) => parsed.values[name] !== undefined)),
    },
  }
}

/** 64 hexadecimal digits; fewer are filled with zeros on the left, none is zero. Null where it is no seed. */
export function readSeed(text: string | undefined): string | null {
  const seed = (text ?? '').toLowerCase()
  return /^[0-9a-f]{0,64}$/.test(seed) ? seed.padStart(64, '0') : null
}

/** A name of an effort or a number of iterations. Null where it is neither. */
export function readEffort(text: string | undefined): number | null {
  const word = text ?? 'normal'
  if (word === 'quick' || word === 'normal' || word === 'long') return EFFORTS[word]
  const count = Number(word)
  return /^\d{1,15}$/.test(word) && count > 0 ? count : null
}

function refuse(zh: string, en: string): Options {
  return { kind: 'refused', why: { zh, en } }
}
