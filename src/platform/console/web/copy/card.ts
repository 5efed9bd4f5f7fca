// Words that the page itself says on cards; everything else there is the bot's.

import { say } from '../../../../../cards/kit/words.ts'

export const copy = {
  openLink: say('打开链接', 'Open link'),
  refusedCard: say('平台拒绝了这张卡片', 'The platform refused this card'),
  everybody: say('所有人', 'Everyone'),
  table: say('表格', 'Table'),
  pages: say('分页', 'Pages'),
  previousPage: say('上一页', 'Previous page'),
  nextPage: say('下一页', 'Next page'),
  noRows: say('暂无数据', 'No data'),
  required: say('必填', 'Required'),
  textField: say('输入', 'Text'),
  submit: say('确定', 'Submit'),
  choose: say('请选择', 'Choose'),
  search: say('搜索', 'Search'),
  nothingFound: say('没有匹配项', 'Nothing found'),
  more: say('更多', 'More'),
  pick: {
    date: say('选择日期', 'Pick a date'),
    time: say('选择时间', 'Pick a time'),
    'datetime-local': say('选择日期和时间', 'Pick date and time'),
  },
  picture: say('图片', 'Picture'),
  showPicture: say('查看图片', 'Show picture'),
  choosePicture: say('选择图片', 'Choose a picture'),
  missingPicture: say('图片无法显示', 'Picture not available'),
  chart: say('图表', 'Chart'),
  chartFailed: say('图表无法绘制', 'The chart cannot be drawn'),
} as const
