// Files in and out: a text that is not UTF-8 is refused, and a result is there whole or not at all.
import { randomBytes } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { access, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ReadIssue, ReadOutcome } from '@shengmian/dispatch'
import { both, type Words } from './words.ts'

/** Longer than this no JavaScript string can be. */
const LONGEST_TEXT = 500_000_000

/** The file's value, or null after its faults have been printed, each with its place. */
export async function readOrComplain<T>(path: string, read: (text: string) => ReadOutcome<T>): Promise<T | null> {
  const outcome = await readAt(path, read)
  if (outcome.kind === 'read') return outcome.value
  complain(path, outcome.issues)
  return null
}

/** The file's value, or its faults. */
export async function readAt<T>(path: string, read: (text: string) => ReadOutcome<T>): Promise<ReadOutcome<T>> {
  const text = await readText(path)
  return typeof text === 'string' ? read(text) : { kind: 'refused', issues: [{ path: '$', ...text }] }
}

async function readText(path: string): Promise<string | Words> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    return whyUnreadable(error)
  }
  if (bytes.length > LONGEST_TEXT) return { zh: '文件过大（超过 500 MB）', en: 'is too large (more than 500 MB)' }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    return whyUnreadable(error)
  }
}

/** What went wrong when a file was opened or read, in words. */
export function whyUnreadable(error: unknown): Words {
  const code = codeOf(error)
  if (code === 'ENOENT') return { zh: '找不到文件', en: 'no such file' }
  if (code === 'EISDIR') return { zh: '是文件夹，不是文件', en: 'is a folder, not a file' }
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { zh: '不是 UTF-8 文本', en: 'is not UTF-8 text' }
  if (code === 'EACCES') return { zh: '没有读取权限', en: 'may not be read' }
  return { zh: `无法读取（${code}）`, en: `cannot be read (${code})` }
}

/** Why a file that another program will open cannot be read, or null. */
export async function whyNotReadable(path: string): Promise<Words | null> {
  try {
    await access(path, constants.R_OK)
    if ((await stat(path)).isFile()) return null
    return { zh: `${path}：是文件夹，不是文件`, en: `${path}: is a folder, not a file` }
  } catch (error) {
    const { zh, en } = whyUnreadable(error)
    return { zh: `${path}：${zh}`, en: `${path}: ${en}` }
  }
}

/** Prints what is wrong in a file, each fault with its place. */
export function complain(path: string, issues: readonly ReadIssue[]): void {
  for (const issue of issues) console.error(`${path}: ${issue.path}: ${both(issue)}`)
}

/** Whether a file could be written there; asked before work that would be lost. Null, or what is wrong. */
export async function whyNotWritable(path: string): Promise<Words | null> {
  const folder = await stat(dirname(path)).catch(() => null)
  if (folder === null || !folder.isDirectory())
    return { zh: `没有文件夹 ${dirname(path)}`, en: `there is no folder ${dirname(path)}` }
  const there = await stat(path).catch(() => null)
  if (there !== null && there.isDirectory()) return { zh: `${path} 是文件夹`, en: `${path} is a folder` }
  const mayWrite = await access(isPlain(there) ? dirname(path) : path, constants.W_OK).then(
    () => true,
    () => false,
  )
  return mayWrite ? null : { zh: `没有写入 ${path} 的权限`, en: `${path} may not be written` }
}

/** Whether two paths name one file. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((path) => realpath(path).catch(() => null)))
  return one !== null && one === other
}

/** Writes beside the place and moves it there: whoever reads the path sees the old file or the whole new one. */
export async function writeWhole(path: string, text: string): Promise<Words | null> {
  const place = await realpath(path).catch(() => path)
  const temporary = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    // A pipe or a device has no old content to keep, and must not be moved away.
    if (!isPlain(await stat(place).catch(() => null))) await writeFile(place, text)
    else {
      await writeFile(temporary, text, { flag: 'wx', flush: true })
      await rename(temporary, place)
    }
    return null
  } catch (error) {
    await rm(temporary, { force: true })
    return { zh: `无法写入 ${path}（${codeOf(error)}）`, en: `cannot write ${path} (${codeOf(error)})` }
  }
}

/** A file, or nothing yet. */
function isPlain(there: Stats | null): boolean {
  return there === null || there.isFile()
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
