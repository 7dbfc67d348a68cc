# Disclosures, questions, standing pages, the catalogue and the portal.
# Arguments as named in each message.
# "#" in por-found is filled by the script with a number.
dis-table = 明细
dis-not-applicable = 本期不适用：{ $reason }
dis-expired = 公示期已满，个人名单已按规定撤下；合计数保留。
que-asked = 提出日期
que-due = 答复期限
que-answered = 答复日期
que-asker = 提出人
que-channel = 方式
que-by = 答复机构
que-question = 问
que-again = 追问（{ $n }）
que-answer = 答
que-none = 还没有答复。
que-short-answered = { $days ->
    [0] 当天答复
   *[other] { $days } 天内答复
}
que-short-answered-free = { que-short-answered }
que-short-late = { $days } 天才答复，晚了 { $late } 天
que-short-open = 已等 { $days } 天
que-short-open-free = 已等 { $days } 天
que-short-overdue = 已等 { $days } 天，超过期限 { $late } 天
que-clock-answered = { $asked }提出，依{ $basis }应在{ $due }前答复；{ $answered }答复，{ $days ->
    [0] 当天就答复了。
   *[other] 用了 { $days } 天。
}
que-clock-late = { $asked }提出，依{ $basis }应在{ $due }前答复；{ $answered }才答复，用了 { $days } 天，晚了 { $late } 天。
que-clock-open = { $asked }提出，依{ $basis }应在{ $due }前答复；还没有答复，{ $days ->
    [0] 今天刚提出。
   *[other] 已等 { $days } 天。
}
que-clock-overdue = { $asked }提出，依{ $basis }应在{ $due }前答复；还没有答复，已等 { $days } 天，超过期限 { $late } 天。
que-clock-answered-free = { $asked }提出，{ $answered }答复，{ $days ->
    [0] 当天就答复了。
   *[other] 用了 { $days } 天。
}{ que-free }
que-clock-open-free = { $asked }提出，还没有答复，{ $days ->
    [0] 今天刚提出。
   *[other] 已等 { $days } 天。
}{ que-free }
que-free = { $duty ->
    [none] 法律和当地规定都没有写答复的天数。
   *[other] { $duty }要求接受查询，没有规定答复的天数；当地也没有规定。
}
que-by-line = { $body }答复
que-says = 规定：{ $words }
que-next-waiting = 还没有答复，可以找谁
que-next-answered = 对答复不满意，可以找谁
que-next-supervisors = 向{ $body }反映，请它督促答复。
que-next-government = 认为没有及时公布或者公布不真实的，可以向{ $upper }（人民政府、派出机关及其有关部门）反映，由其调查核实、责令依法公布（{ $basis }）。
que-next-days = 当地规定政府在 { $days } 天内核实答复（{ $basis }）。
que-median = { $n ->
    [1] 答复过 1 次，用了 { $days } 天
   *[other] 共答复 { $n } 次，一半在 { $days } 天以内
}{ $late ->
    [0] ，没有超过期限。
   *[other] ，超过期限的有 { $late } 次。
}
que-longest = 还没有答复的，最长已等 { $days } 天。
cor-line = 公开以后改过的地方都记在这里，一直保留。共 { $n } 处，涉及 { $records } 份记录。
cor-none = 到目前为止没有更正。公开以后改过的地方会记在这里，一直保留。
facets = 分类查找
facet-year = 按年份
facet-matter = 按事项类型
facet-wu = 按五务
facet-state = 按状态
facet-account = 按账户
page-updated = 更新于{ $date }
cat-periods = 按时间查找
cat-none = 还没有公开的材料。
cat-next = 下一次应于{ $date }前公开
cat-all = 全部 { $n } 份
por-line = 共 { $communities } 个村（社区），其中村 { $villages } 个、社区 { $urban } 个，已公开材料 { $records } 份。
por-find = 找我的村或社区
por-find-hint = 名称或拼音，如 军、jy、junying
por-found = 找到 # 个
por-regions = 下属地区
por-communities = { $n } 个村（社区）
por-caption = 按时率指在规定日期前公开的比例，完整率指已公开的比例
por-last = 最近公开
por-on-time = 按时率
por-complete = 完整率
por-stars = 星级
por-decisions = 议事
por-findings = 提示
por-never = 还没有公开
por-unrated = 未评定
por-empty = 这里还没有村或社区。
search-noscript = 搜索需要打开浏览器的脚本功能。没有脚本，可以从下面进去找。
search-browse = 不用搜索，也可以这样找
search-by-time = 按时间
search-by-letter = 按拼音字母
search-by-name = 按村、社区名称
search-none = 没有找到。换一个词试试，比如人名、项目名或金额。
search-some = 找到 % 条
search-about = 找到约 % 条
search-failed = 搜索用的数据没有读到，请刷新再试。
search-more = 再看一些
search-meant = 您要找的是不是：
search-all = 在全部村（社区）里查一件事、一笔钱或一个人
search-narrow = 缩小范围
search-any = 全部
search-kind = 类别
search-wu = 五务
search-year = 年份
search-state = 状态
search-community = 村（社区）
search-order = 排序
search-best = 标题相符的在前
search-by-date = 新的在前
cat-local = 法律对社区没有按季、按月公开的要求，只要求及时公布、公布不少于十五日。这里的频率和限期都是地方规定或者习惯，不是法律。
cat-calendar = 公开日历
cat-ics = 下载日历文件（可加进手机、电脑的日历）
told-published = { $period }：应于{ $due }前公开，{ $published }公开，按时。
told-late = { $period }：应于{ $due }前公开，{ $published }公开，迟 { $days } 天。
told-not-applicable = { $period }：没有这项内容（{ $reason }），已于{ $published }说明。
told-missing = { $period }：应于{ $due }前公开，尚未公开，已迟 { $days } 天。
por-near = 临近 { $n } 项
por-overdue = 逾期未公开
por-decisions-by-state = 议事决策：
por-open = 逾期和临近的事项
por-days-over = 应于{ $due }前公开，已迟 { $days } 天
por-days-left = 应于{ $due }前公开，还有 { $days } 天
por-more = 另有 { $n } 项
por-catalogue = 查看该村（社区）的公开目录
