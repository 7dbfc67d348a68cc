# Decisions: process, steps, counts, publications.
# Arguments as named in each message; percentages arrive without their sign.
# A threshold is always told in words beside its bar.
dec-process = 流程
dec-body = 决定机构
dec-matter = 事项类型
dec-motion = 动议事由
dec-steps = 议事步骤
dec-publications = 公开情况
dec-payments = 相关付款
dec-notice = { $date }通知
dec-minutes = 会议记录
dec-due = 应到
dec-present = 实到
dec-agree = 同意
dec-against = 反对
dec-abstain = 弃权
dec-attend = 到会 { $part }/{ $base }（{ $percent }%）
dec-vote = 同意 { $part }/{ $base }（{ $percent }%）
dec-need = 门槛（竖线）：{ $need }
dec-met = 达到
dec-unmet = 未达到
step-done = 已完成
step-missing = 尚未进行
step-skipped = 合并或略过
step-failed = 未达要求
pub-missing = 尚未公开
pub-until = 至{ $date }
pub-days = 公示 { $days } 天
pub-days-of = 公示 { $days } 天，规定不少于 { $min } 天
dec-women = 到会妇女代表
dec-women-attend = 妇女代表到会 { $part }/{ $base }（{ $percent }%）
dec-party-study = 党组织研究
dec-authorized = 授权
dec-explanation = 情况说明
dec-works = 实施：项目、合同、验收
pub-due = 应于{ $date }前公开
pub-opinion = 监督意见：{ $opinion }
