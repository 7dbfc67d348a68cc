# 矩阵页和报表的话。
page-matrix = { $place }{ $period }逐项公开情况
crumb-matrix = 逐项公开情况
