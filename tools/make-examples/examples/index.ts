import type { World } from '../parts/world-types.ts'
import { baoshan } from './baoshan.ts'
import { jiangling } from './jiangling.ts'
import { jiangsu } from './jiangsu.ts'
import { linzhou } from './linzhou.ts'
import { sichuan } from './sichuan.ts'
import { tianjin } from './tianjin.ts'
import { wuxi } from './wuxi.ts'
import { zhangzhou } from './zhangzhou.ts'

/** Every example by the name of its folder. */
export const WORLDS: Readonly<Record<string, () => World>> = {
  jiangling,
  baoshan,
  tianjin,
  jiangsu,
  wuxi,
  sichuan,
  zhangzhou,
  linzhou,
}
