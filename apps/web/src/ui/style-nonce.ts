// The library measures scroll bars and locks scrolling by style sheets of its own, which it writes without the nonce of the page
// (@rc-component/util, dynamicCSS). The policy of the server would refuse them; scripts come from the server alone, so giving every
// style element the nonce opens nothing.
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''

const make = document.createElement.bind(document)
document.createElement = (name: string, options?: ElementCreationOptions) => {
  const element = make(name, options)
  if (element instanceof HTMLStyleElement) element.nonce = styleNonce
  return element
}
