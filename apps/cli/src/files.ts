// Files in and out: a text that is not UTF-8 is refused, and a result is there whole or not at all.
import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ReadIssue, ReadOutcome } from '@shengmian/dispatch'
import { both, type Words } from './words.ts'

/** The file's value, or null after its faults have been printed, each with its place. */
export async function readOrComplain<T>(path: string, read: (text: string) => ReadOutcome<T>): Promise<T | null> {
  const text = await readText(path)
  if (typeof text !== 'string') {
    complain(path, [{ path: '$', ...text }])
    return null
  }
  const outcome = read(text)
  if (outcome.kind === 'read') return outcome.value
  complain(path, outcome.issues)
  return null
}

async function readText(path: string): Promise<string | Words> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    return unreadable(error)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { zh: '不是 UTF-8 文本', en: 'is not UTF-8 text' }
  }
}

function unreadable(error: unknown): Words {
  const code = codeOf(error)
  if (code === 'ENOENT') return { zh: '找不到文件', en: 'no such file' }
  if (code === 'EISDIR') return { zh: '是文件夹,不是文件', en: 'is a folder, not a file' }
  if (code === 'EACCES') return { zh: '没有读取权限', en: 'may not be read' }
  return { zh: `无法读取(${code})`, en: `cannot be read (${code})` }
}

function complain(path: string, issues: readonly ReadIssue[]): void {
  for (const issue of issues) console.error(`${path}: ${issue.path}: ${both(issue)}`)
}

/** Whether a file could be written there; asked before work that would be lost. Null, or what is wrong. */
export async function whyNotWritable(path: string): Promise<Words | null> {
  const folder = await stat(dirname(path)).catch(() => null)
  if (folder === null || !folder.isDirectory())
    return { zh: `没有文件夹 ${dirname(path)}`, en: `there is no folder ${dirname(path)}` }
  const there = await stat(path).catch(() => null)
  return there !== null && there.isDirectory() ? { zh: `${path} 是文件夹`, en: `${path} is a folder` } : null
}

/** Writes beside the place and moves it there: whoever reads the path sees the old file or the whole new one. */
export async function writeWhole(path: string, text: string): Promise<Words | null> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    await writeFile(temporary, text, { flag: 'wx' })
    await rename(temporary, path)
    return null
  } catch (error) {
    await rm(temporary, { force: true })
    return { zh: `无法写入 ${path}(${codeOf(error)})`, en: `cannot write ${path} (${codeOf(error)})` }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
