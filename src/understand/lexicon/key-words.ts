// The two-character words on which readings turn, and words of ordinary language that only sound like them.

/** Words whose homophone slips are put right before reading. */
export const KEY_WORDS: readonly string[] =
  `提醒 待办 任务 商机 工单 跟进 标签 审批 驳回 批准 同意 撤销 投诉 咨询 拜访 回访 电话 短信 邮件 微信 推迟 延期 取消 完成
导入 导出 模板 订阅 退订 简报 日报 周报 报表 排行 排名 漏斗 看板 流失 推荐 风险 等级 利率 理财 存单 贷款 基金 国债
手机 号码 地址 职业 收入 生日 金额 成交 谈判 签约 方案 需求 初步 接触 分析 统计 维度 指标 设置 偏好 帮助 客户
转给 移交 分配 逾期 超时 满意 关闭 解决 预计 祝福 话术 问候 沟通 联系 感兴 兴趣 网点 面谈 上门 通话 沉睡 活跃 申请 报销
费用 合同 优惠 上浮 紧急 加急 尽快 记录 登记 添加 新增 预警 仪表 业绩 增长`.split(/\s+/)

/** Ordinary words that sound like a key word and are meant as they stand. */
export const REAL_WORDS: readonly string[] =
  `积金 上级 上机 人物 体型 资讯 统一 摆放 投宿 威信 保镖 流逝 流食 收集 地质 抵制 登记 等级 登机 城郊 同济 带班 事件 实践 健保 剪报
预期 与其 抄袭 超市 练习 心曲 王店 童话 通化 深情 神情 家计 进击 纪录 新政 心证 天价 同化 曾长 防暴 千元 前院 权限 通计 纬度 社址 片好 篇幅
户口 获悉 利息 历届 里程 礼仪 利润 带宽 机金 职业 智业 手机 授信 受限 手续 寿险 金额 近额 线索 去消 到处 定于 推介 风现 等急 风景 机票 票据
经济 竞技 静静 进度 尽款 专机 转机 意见 已经 同一 重新 统计 需求 许求 方按 城建 签月 结束 姐姐 介绍 洁净 手气 首期 手里 可互 帮主 金融 电站 店面
殿堂 转机 贵宾 归并 一交 一脚 遗交 推销 退休 完善 万城 管壁 感性 幸福 性趣 兴起 形象 商家 商界 双休 满载 缓解 欢迎 进取 工资 公司 公式 公事 攻势 同时 统一 同意`.split(
    /\s+/,
  )
