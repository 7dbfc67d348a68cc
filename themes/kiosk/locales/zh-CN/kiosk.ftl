# 大厅触摸屏：底部的按钮、首页的大门、离开时的提问。
kiosk-bar = 屏幕按钮
kiosk-home = 首页
kiosk-back = 返回
kiosk-read = 朗读本页
kiosk-read-stop = 停止朗读
kiosk-stay = 不自动返回
kiosk-away = 还在看吗？
kiosk-away-line = 好一会儿没有人碰屏幕了。{ $n } 秒内没有人点，就回到首页。
kiosk-on = 继续看
kiosk-never = 不自动返回
kiosk-take = 用手机带走
kiosk-take-line = 用微信扫一扫，在自己手机上接着看。
kiosk-letters = 按字母
kiosk-of-letters = 按名称的拼音首字母找
kiosk-of-catalogue = 应公开什么，公开了没有
kiosk-of-decisions = 大家商量决定的事
kiosk-of-disclosures = 补贴、救助等事项
kiosk-of-finance = 每一笔收入和支出
kiosk-of-evaluations = 几颗星，怎么评的
kiosk-of-projects = 工程做到哪一步
kiosk-of-registers = 资产、合同、名册
kiosk-of-indicators = 几项要紧的数字
kiosk-of-queries = 别人问了什么，怎么答的
kiosk-of-pages = { $type ->
    [urban] 社区情况、公约、办事指南
   *[other] 村里情况、村规民约、办事指南
}
