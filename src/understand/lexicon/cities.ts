// Cities that customers live in, Chinese and English. Data only; any word that ends in 市 is read as a city as well.

/** Chinese city and district names without 市. */
export const CHINESE_CITIES =
  '北京|上海|天津|重庆|唐山|石家庄|秦皇岛|保定|廊坊|邯郸|沧州|邢台|张家口|承德|衡水|广州|深圳|杭州|南京|苏州|成都|武汉|西安|青岛|济南|大连|沈阳|长春|哈尔滨|郑州|长沙|合肥|福州|厦门|宁波|无锡|佛山|东莞|昆明|贵阳|南宁|海口|太原|南昌|兰州|银川|西宁|乌鲁木齐|拉萨|呼和浩特|温州|常州|烟台|珠海|中山|惠州|迁安|遵化|滦州|丰润|丰南|路北|路南|古冶|开平|曹妃甸|雄安'

/** English city names, lower case. */
export const ENGLISH_CITIES =
  "beijing|shanghai|tianjin|chongqing|tangshan|shijiazhuang|qinhuangdao|baoding|langfang|guangzhou|shenzhen|hangzhou|nanjing|suzhou|chengdu|wuhan|xi'an|xian|qingdao|jinan|dalian|shenyang|changchun|harbin|zhengzhou|changsha|hefei|fuzhou|xiamen|ningbo|wuxi|foshan|dongguan|kunming|hong kong|macau|singapore|taipei|london|new york"
