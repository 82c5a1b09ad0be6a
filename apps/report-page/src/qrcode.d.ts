/** The part of the package that makes modules and draws nothing. */
declare module 'qrcode/lib/core/qrcode.js' {
  interface Segment {
    readonly data: string
    readonly mode: 'numeric'
  }
  export function create(
    segments: readonly Segment[],
    options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { readonly modules: { readonly size: number; readonly data: Uint8Array } }
}
