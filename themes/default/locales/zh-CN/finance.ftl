# Finance: sums, lines, budget, chain.
# Amounts arrive already written with separators; the unit stands in the words.
# in, out and closing stand in home.ftl.
fin-sum = 收支结算
fin-opening = 期初结存（元）
fin-by = 按科目
fin-income-lines = 收入明细
fin-expense-lines = 支出明细
fin-lines-none = 本期没有发生。
fin-date = 日期
fin-memo = 摘要
fin-hands = 经办
fin-amount = 金额（元）
fin-source = 资金来源：{ $name }
fin-handler = 经手：{ $name }
fin-witness = 证明：{ $name }
fin-approver = 审批：{ $name }
fin-receipt = 票据
fin-carried = 上期结转 { $amount } 元：
fin-stated = 报表期末数 { $amount } 元
fin-per-household-line = 户均结余 { $amount } 元
fin-funds = 货币资金（元）
fin-funds-cash = 现金
fin-funds-bank = 银行存款
fin-funds-transit = 在途资金
fin-funds-total = 合计
fin-budget = 本年预算执行
fin-budget-line = 已支 { $spent }，预算 { $budget } 元
fin-trend = 历期收支
fin-trend-caption = 各期收入、支出与期末结余（元）；上条为收入，下条为支出
fin-years = 历年收支（元）
fin-year = 年份
fin-turn = 前后各期
fin-previous = 上一期：{ $title }
fin-next = 下一期：{ $title }
