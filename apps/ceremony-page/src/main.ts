// The key ceremony: root, epochs, shares, rehearsal. It has no network to send anything to, and says so when the machine has one.
import { watchEpochStep } from './epoch-step.ts'
import { element } from './page-parts.ts'
import { watchRehearsalStep } from './rehearsal-step.ts'
import { watchRootStep } from './root-step.ts'

const network = element('network', HTMLParagraphElement)
function showNetwork(): void {
  network.className = `verdict ${navigator.onLine ? 'bad' : 'good'}`
  network.textContent = navigator.onLine
    ? '这台电脑连着网。请拔掉网线、关掉无线，再往下做。 This machine is online: unplug it first.'
    : '这台电脑没有联网。 This machine is offline.'
}
for (const event of ['online', 'offline']) window.addEventListener(event, showNetwork)
showNetwork()
watchRootStep()
watchEpochStep()
watchRehearsalStep()
