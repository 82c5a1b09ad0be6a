// Texts to start from. Each says first where the team is from: one that does not is refused by the server.
import type { Desk, NoticeChannel } from '@shengmian/contract'
import { cutOff, typedAddress } from '../print/printed-desk.ts'

/** A draft for a channel; `link`: what a group is to tap, null where no code was made for it. */
export function draftOf(channel: NoticeChannel, desk: Desk, link: string | null): string {
  const { sender, host, phone } = desk
  const from = `巡察组是${sender}派来的，组里没有${host}的人。`
  const until = cutOff(desk)
  if (channel === 'group')
    return [
      `乡亲们：${from}`,
      `${until}前，村里的事都可以说：低保补贴、村里的钱地账、修路修水、干部办事公不公。在外打工的也能说，家里人可以转给他们。`,
      '不留名也收。不登录，不要手机号，不收钱。手机当场上锁，村里、镇上、县里打不开。',
      link === null ? `手机上输：${typedAddress(desk)}` : `点这里说：${link}`,
      `不想用手机，打电话 ${phone}，或者把纸条投进意见箱，一样收，一样给查询码。`,
    ].join('\n')
  if (channel === 'card')
    return [
      `村里的事，跟外地来的巡察组说。${from}`,
      `不留名也收，不收钱。${until}前都收。`,
      `不会扫码，打电话 ${phone}。`,
      '收：低保、补贴、救济；村里的钱、地、账；修路修水；干部吃拿卡要、办事不公。不收：正在打官司的、法院判过的；两家之间的纠纷。',
    ].join('\n')
  return [
    `村里的事，跟外地来的巡察组说。${from}`,
    `微信扫码，${until}前都收。扫不了，手机上输 ${typedAddress(desk)}，或打电话 ${phone}。`,
    '码被人贴住、改过、撕过，就别扫，打电话告诉我们。巡察组不收钱，不问身份证号，不让您转账。',
  ].join('\n')
}
