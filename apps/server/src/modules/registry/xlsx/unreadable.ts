import { Problem } from '@shengmian/contract'

/** Excel's own limit of what one cell holds. */
export const maxCellLength = 32_767

/** A character may be written as seven (`_x000D_`): what is longer than this as written is too long in any case. */
export const maxWrittenLength = 7 * maxCellLength

/** `where` is a reference (B12), or null where a text is shared by cells. */
export function cellTooLong(where: string | null): Problem {
  return unreadable(
    `${where === null ? '有单元格' : `单元格 ${where} `}超过 ${maxCellLength} 个字（Excel 的上限），请改短后再上传`,
    `${where === null ? 'a cell' : `cell ${where}`} is longer than ${maxCellLength} characters, the limit of Excel: shorten it`,
  )
}

/** The one problem of a file that cannot be read, with what a person can do about it. */
export function unreadable(zh: string, en: string): Problem {
  return new Problem('file-unreadable', { zh, en })
}
