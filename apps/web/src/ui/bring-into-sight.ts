/** Draws a row that is wider than the screen along until the link of the page that is open can be seen. */
export function bringIntoSight(link: HTMLElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
