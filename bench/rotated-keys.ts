// The keys of a bank whose data key is being changed, as its operator would give them: the new one before the old one.

import type { SealKeys } from '../src/storage/seal.ts'

export const OLD_KEYS: SealKeys['data'] = [{ id: 'old', key: new Uint8Array(32).fill(1) }]
export const ROTATED_KEYS: SealKeys['data'] = [{ id: 'new', key: new Uint8Array(32).fill(2) }, ...OLD_KEYS]
