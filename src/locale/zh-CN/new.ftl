# 新建记录：提问、文件里的说明。
new-needs-terminal = 要写明哪种记录和标题，比如：gongkai new decision 三组道路硬化。在终端里直接运行 gongkai new 会逐项询问。
new-ask-kind = 要新建哪种记录？
new-ask-community = 哪个村（社区）？
new-ask-title = 标题：
new-ask-published = 公开日期（今天是 { $today }；还没定就直接按回车）：
ask-number = 输入数字：
ask-number-again = 请输入 1 到 { $count } 之间的数字：
ask-text-again = 请写上标题：
ask-date-again = 这不是日期，请写成 2026-08-11 这样：
ask-ended = 没有答完，什么也没有建。
new-how = 带“#”的行可以不填；要填就去掉行首的“# ”。
new-note-and = ；
new-note-must = 必填：{ $note }
new-note-choice = 从这些里选：{ $choices }
new-note-list = 可以写几项{ $form ->
    [none] {""}
   *[other] ，每项：{ $form }
}
new-note-parts = 分为：{ $parts }

schema-missing = 缺少“{ $field }”
field-title = 写清是什么事，一行写完
field-published = 开始公开的第一天
field-until = 公开到哪一天为止
field-maker = 谁做的这份记录，不能和审核的是同一个人
field-review = 公开前由谁审核、意见是什么
field-attachments = 会议记录、照片、合同等文件
field-corrections = 公开以后改了什么、为什么改；一直保留
field-no-search = 写“是”时只能按标题搜到
field-privacy-waivers = 照原样公开的号码，写尾号和理由
field-language = 用哪种文字写的；不写就是汉文
field-translations = 同一份内容的其他文字
field-sample = 写“是”表示这是编出来的例子
