// The administrator's news of the daily backup: what was written, or that it was not. No customer data.

import { type Card, type Sample, say } from './kit/index.ts'
import { noticeCard } from './notice.ts'

/** A backup that was written and read back. */
export function backupDoneCard(done: {
  readonly file: string
  readonly rows: number
  readonly bytes: number
  readonly fingerprint: string
}): Card {
  return noticeCard({
    title: say('每日备份完成', 'The daily backup is done'),
    text: say(
      '已加密写入并完整读回。请另处保存指纹：恢复时据此识别被调换的旧文件。',
      'It is encrypted and was read back whole. Keep the fingerprint elsewhere: at a restore it tells an older file in its place.',
    ),
    tone: 'good',
    nodes: [
      {
        node: 'facts',
        facts: [
          { label: say('文件', 'File'), value: done.file },
          { label: say('行数', 'Rows'), value: String(done.rows) },
          { label: say('大小', 'Size'), value: `${Math.ceil(done.bytes / 1024)} KB` },
        ],
      },
      { node: 'quote', text: done.fingerprint },
    ],
  })
}

/** A backup that was not written. */
export function backupFailedCard(reason: string): Card {
  return noticeCard({
    title: say('每日备份失败', 'The daily backup failed'),
    text: say(
      '没有生成备份文件，一小时后自动重试。请检查备份目录与磁盘空间，或运行 npm run admin -- backup。',
      'No file was written; it is tried again in an hour. Check the folder and the disk, or run npm run admin -- backup.',
    ),
    tone: 'danger',
    nodes: [{ node: 'quote', text: reason }],
  })
}

export const samples: readonly Sample[] = [
  {
    name: 'daily backup',
    card: backupDoneCard({
      file: 'larkspur-20261121T190700Z.backup',
      rows: 41_207,
      bytes: 18_400_000,
      fingerprint: '9f2c5a1e7b3d4068c1f0a9e8d7b6c5a4938271605f4e3d2c1b0a99887766554f',
    }),
  },
  { name: 'daily backup failed', card: backupFailedCard('backup failed at write: ENOSPC') },
]
