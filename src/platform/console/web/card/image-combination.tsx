// Several pictures in one of four arrangements; surplus ones are dropped.

import { copy } from '../copy/card.ts'
import { showPicture } from '../shell/picture.tsx'
import { t } from '../state/preferences.ts'
import { toResourceUrl } from '../state/server.ts'
import type { ElementProps } from './element.tsx'
import type { Component } from './json.ts'
import { toMarginStyle } from './style.ts'

const most = { double: 2, triple: 3, bisect: 6, trisect: 9 }

interface CombinationNode extends Component {
  readonly combination_mode: keyof typeof most
  readonly img_list: readonly { readonly img_key: string }[]
  readonly corner_radius?: string
}

export function ImageCombination({ node }: ElementProps<CombinationNode>) {
  return (
    <div
      class={`combination is-${node.combination_mode}`}
      style={{ ...toMarginStyle(node), borderRadius: node.corner_radius }}
    >
      {node.img_list.slice(0, most[node.combination_mode] ?? 9).map(({ img_key: key }, index) => (
        <button
          key={`${index} ${key}`}
          type="button"
          aria-label={`${t(copy.showPicture)} ${index + 1}`}
          onClick={() => showPicture(toResourceUrl(key), '')}
        >
          <img src={toResourceUrl(key)} alt="" />
        </button>
      ))}
    </div>
  )
}
