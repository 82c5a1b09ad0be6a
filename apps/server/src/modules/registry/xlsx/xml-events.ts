import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { unreadable } from './unreadable.ts'

export interface XmlHandlers {
  /** Names come without their namespace's prefix. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** The longest cell, each character written as a reference, is a quarter of this. */
const maxUntagged = 1 << 20

/** Feeds a stream of XML to handlers, yielding after each piece so that a caller can take what has gathered. */
export async function* xmlEvents(source: Readable, { open, text, close }: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', () => {
    throw unreadable('文件内容已损坏', 'the content of the file is damaged')
  })
  // A workbook has no document type; with one, entities could grow without end.
  parser.on('doctype', () => {
    throw unreadable('文件内容不合规定', 'the file holds a document type, which no workbook has')
  })
  parser.on('opentag', (tag) => open(local(tag.name), tag.attributes as Readonly<Record<string, string>>))
  if (text) parser.on('text', text)
  if (close) parser.on('closetag', (tag) => close(local(tag.name)))
  let untagged = 0
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of source as AsyncIterable<Buffer>) {
    // The parser hands a text over when the next tag begins; until then it only grows.
    const tag = chunk.lastIndexOf('<')
    untagged = tag === -1 ? untagged + chunk.length : chunk.length - tag
    if (untagged > maxUntagged)
      throw unreadable(
        '文件里有一段内容过长（超过 1 MB 没有单元格），请另存为新的 .xlsx 后再上传',
        'the file holds more than 1 MB without a cell: save it anew as .xlsx',
      )
    parser.write(decoder.decode(chunk, { stream: true }))
    yield
  }
  parser.write(decoder.decode())
  parser.close()
  yield
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/** Reads the whole stream with handlers that keep what they need themselves. */
export async function readXml(source: Readable, handlers: XmlHandlers): Promise<void> {
  const events = xmlEvents(source, handlers)
  while ((await events.next()).done !== true);
}
