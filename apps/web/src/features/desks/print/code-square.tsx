import { QRCode } from '../../../ui/antd.ts'

/** A printed address as a QR code: level Q, four modules of quiet zone; its size comes from the sheet's style. */
export function CodeSquare({ address }: { readonly address: string }) {
  return (
    <div className="code-square" role="img" aria-label={address}>
      <QRCode value={address} type="svg" errorLevel="Q" marginSize={4} bordered={false} color="#000" bgColor="#fff" />
    </div>
  )
}
