// Chinese surnames, the titles that follow them, and ordinary words that begin like a name. Data only.

/** Surnames of two characters. */
export const COMPOUND_SURNAMES: readonly string[] =
  '欧阳 诸葛 司马 上官 司徒 东方 独孤 南宫 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 轩辕 端木 百里 呼延 东郭 西门 申屠 公冶 澹台 闻人 赫连 钟离 鲜于 闾丘'.split(
    ' ',
  )

/** Surnames of one character, the common ones. */
export const SURNAMES: ReadonlySet<string> = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤康易乔赖文施洪辛柯庄温牛樊葛邢安齐伍庞颜倪庾聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮纪梅童凌毕单季裴霍涂成苗谷曲盛冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬卞姬师和仇栾丘刁沙寇荣娄巫荆隋查郎池冀阎匡鞠敖晁扈蔺佘裘荀蒯谌冼郗郜仝綦廉鄢戎阚桑巩郦苑濮仲邝粟郁甄胥雍郇亓'.split(
    '',
  ),
)

// Surnames that are common words as well. Each stands here once, by where the word is met.
/** 单笔, 项目: the word opens a clause. */
const OPENING = '单项'
/** 于是 and 关于, 成交 and 改成: the word opens a clause, and ends one that a title may follow. */
const OPENING_OR_ENDING = '于时应向连全成简费党'
/** 和老师聊, 查女士: a title may follow the word itself. */
const TAKING = '和查'
/** 论文, 印章: the word ends one that a title may follow. */
const ENDING = '文章'

/** Surnames that open a clause as words far more often. */
export const WORDS_AT_OPENING = OPENING + OPENING_OR_ENDING + TAKING
/** Surnames that stand before a title as words far more often (改成医生), but where a name opens the clause. */
export const WORDS_BEFORE_TITLE = OPENING_OR_ENDING + ENDING + TAKING
/** Of those, the surnames that a title makes a name where a name opens the clause: 于姐, 文女士. */
export const NAMES_BEFORE_TITLE_AT_OPENING = OPENING_OR_ENDING + ENDING

/** Surnames in pinyin, for names that are typed in Latin letters. */
export const PINYIN_SURNAMES: ReadonlySet<string> = new Set(
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang han feng deng cao peng zeng xiao tian dong yuan pan yu jiang cai du ye cheng su wei lv lu ding ren shen yao cui zhong tan wang fan jin shi liao jia xia fu fang bai zou meng xiong qin qiu yin xue yan duan lei hou long tao he gu mao hao gong shao wan qian dai mo kong xiang kang qiao lai wen shi hong ouyang zhuge sima shangguan situ'.split(
    ' ',
  ),
)

/** What people put after a surname. */
export const TITLES =
  '先生|女士|小姐|太太|夫人|总经理|董事长|总监|总裁|总|老板娘|老板|老师|老太太|经理|主任|院长|局长|处长|科长|校长|厂长|店长|会长|书记|教授|医生|大夫|律师|会计|师傅|董|阿姨|叔叔|叔|大爷|大妈|大哥|大姐|奶奶|爷爷|伯伯|姐|哥|嫂|姨|妈妈|爸爸|妈|爸|工(?!作|单|程|商|资|行|业|厂|具|人)|行长'

/** Common words that start with a character that is also a surname, and so look like a name. */
export const WORDS_LIKE_NAMES: ReadonlySet<string> = new Set(
  `谢谢 多谢 谢您 谢啦 谢了 于他 任务 任何 任意 任期 方案 方便 方式 方面 方向 方法 金额 金融 金卡 申请 商机 项目 计划 支行 单子 单位 单据 单独 简报 简单 简历 管理 管家
包括 包含 成交 成功 成了 成本 全部 全体 全都 全年 全行 应该 应收 时间 时候 安排 安全 安心 安静 和平 高兴 高级 高管 高端 高净 高风 高危 高价 高额
马上 马虎 白天 白领 何时 何况 石油 石家 黄金 黄了 黄页 江苏 江西 毛利 温馨 温度 元旦 段时 雷同 易货 常用 常见 武汉 乔迁 关于 关闭 关系 关注
关心 关怀 关联 关掉 连续 连接 连锁 路上 路北 路南 路过 路由 房贷 房子 房产 房屋 房款 车贷 车辆 车险 车子 费用 费率 党员 党建 向前 向上 向他 向她 周全 周边
周转 周期 周末 周计 周会 周例 周报 周年 周到 陆续 华夏 华为 左右 古董 古玩 司机 农行 农业 农商 农村 文件 文案 文字 文化 文章 石板 平安 平均 余额 余下 于是 于我 许多 许可
严重 严格 卫生 宁可 尚未 纪念 季度 季节 单身 师傅 祝福 祝他 祝她 祝贺 盛情 解决 解释 解除 解约 解冻 解挂 游客 屈指 荣誉 党费 应付 时段 时长 和我 和他 和她 和客 和老 和谁
查询 查看 查一 查下 查找 查他 查她 查客 查到 程序 程度 万一 万元 莫名 康复 欧元 欧洲 古玩 牛市 谷歌 蓝筹 麦当 米粉 全款 全额 全家 全称
游戏 通知 通过 容易 钱包 钱款 钱到 钱要 钱不 钱都 钱放 钱转 孙子 孙女 侯任 史上 龙头 万能 汤圆 沙发 冷静 席位 柏油 宗旨 江湖 水平 曲线 苗头
成立 成员 成为 施工 辛苦 柯达 雷达 向我 向您 向你 向客 向行 向领 高峰 高铁 高考 高中 高额 高层 高新 高收 高低 高点 高价 阳光 阳台 阳历
家里 家人 家属 明天 明年 明白 明细 明确 明早 明晚 计算 计息 管户 管他 管她 舒服 童装 田地 林业 林地 夏天 夏季 秋天 冬天 春节 春季 贺卡 贺词 贺电
顾虑 顾客 顾问 章程 鲁莽 庄重 甘肃 宁夏 古城 吉利 吉林 冀东 唐山 丰南 开平 全套 全量 全省 全市 全国 全员 和解 和谈 和气 和睦 解读 解答 申报 申购 申诉 申领
汤力 葛优 段落 段位 路线 石材 石料 沈阳 广东 黄昏 黄色 白色 白银 金条 金价 金币 金银 金牌 金葵 金钻 单笔 单价 车位 车库 车险 车主 车商 费心 费劲 房主 房东 房租 房价
于本 于上 于今 于明 于下 于此 余款 严谨 温和 武器 戴上 项下 连同 连带 安装 安顿 安抚 齐全 齐了 易懂 向来 党委 关店 毕竟 毕业 季末 季初 成为 成熟 成果 荣升 盛大 隋唐`.split(
    /\s+/,
  ),
)

/** Names that are also words of everyday language; taken as a name only where the words around them say so. */
export const NAMES_LIKE_WORDS: ReadonlySet<string> = new Set(
  `何时 万里 向前 周全 高利 方圆 温馨 白雪 苏醒 程功 钱进 高兴 高明 高洁 高峰 平安 安静 成功 和平 任意 关键 万一 严重 方便 安康 安心 安全 常见 时光
黄金 金星 白天 温暖 明天 高原 江山 江南 江河 时间 黄河 黄昏 康健 康复 文明 文静 向阳 向上 路遥 于是 明白 单纯 简单 简洁 贺喜 华丽 房产 车辆 谷雨 甘露 连续 盛夏 童心 童话 季节 蓝天 牛奶 孔雀
万全 万能 全新 全力 尚好 宁静 晴天 石油 雷雨 雷霆 龙年 余额 许可 许多 应该 易事 章程 祝福 祝贺 项目`.split(
    /\s+/,
  ),
)
