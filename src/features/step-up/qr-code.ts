// A QR code (ISO/IEC 18004) as a picture, for an authenticator on another device.

import encodeQR from 'qr'
import { toBase64 } from '../../storage/seal.ts'

/** Pixels for each module: large enough to be scanned from a screen. */
const SCALE = 4
/** Light modules around the code that the standard asks for. */
const QUIET_ZONE = 4

/** Draws a text as a QR code. @returns base64 of a GIF */
export function drawQrCode(text: string, scale = SCALE): string {
  return toBase64(encodeQR(text, 'gif', { ecc: 'medium', border: QUIET_ZONE, scale }))
}
