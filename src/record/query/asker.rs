//! Whether the words that tell who asked hold a person's name in full.
//!
//! In: words such as 三组村民 or 王某某. Out: the name that should be masked, where there plainly is one.
//! Never guesses: where a word may be a place, a calling or a group, it says nothing.

use crate::value::MASKS;

/// The commonest surnames, one character each.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤";

/// Surnames of two characters.
const DOUBLE_SURNAMES: &[&str] =
    &["欧阳", "司马", "上官", "诸葛", "司徒", "夏侯", "东方", "皇甫", "尉迟", "公孙", "令狐"];

/// Words after which a name may stand: 三组村民王小红.
const BEFORE: &[&str] = &["村民", "居民", "业主", "户主", "住户", "群众", "党员", "代表", "组", "号楼", "网格"];

/// Words that show that no full name stands here.
const CALLINGS: &[&str] = &[
    "先生", "女士", "小姐", "同志", "老师", "师傅", "书记", "主任", "医生", "会计", "老板", "经理", "大爷", "大妈",
    "大娘", "大叔", "大姐", "大哥", "大嫂", "阿姨", "叔叔", "伯伯", "婶", "奶奶", "爷爷", "婆婆", "老人", "村民",
    "居民", "群众", "业主", "住户", "租户", "商户", "党员", "代表", "家长", "学生", "网友", "匿名", "网格", "女儿",
    "儿子", "家属",
];

/// Characters by which words for places and groups end.
const ENDS: &str = "人户家组队村湾塆庄院楼栋巷里街路号社会站厂店区片方苑园市省县镇乡";

/// The name in full that the words hold, where they plainly hold one.
pub(super) fn full_name(words: &str) -> Option<&str> {
    let words = words.trim();
    let after = BEFORE.iter().filter_map(|w| words.rfind(w).map(|at| at + w.len())).max();
    let rest = after.map(|at| words[at..].trim());
    rest.filter(|rest| is_full_name(rest)).or_else(|| Some(words).filter(|all| is_full_name(all)))
}

fn is_full_name(text: &str) -> bool {
    let signs: Vec<char> = text.chars().collect();
    let ideographs = signs.iter().all(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
    if !ideographs || text.contains(MASKS) || CALLINGS.iter().any(|w| text.contains(w)) {
        return false;
    }
    let place = signs.last().is_some_and(|c| ENDS.contains(*c));
    let double = DOUBLE_SURNAMES.iter().any(|s| text.starts_with(s));
    let single = signs.first().is_some_and(|c| SURNAMES.contains(*c));
    !place && ((double && matches!(signs.len(), 3 | 4)) || (single && matches!(signs.len(), 2 | 3)))
}

#[cfg(test)]
mod tests {
    use super::full_name;

    #[test]
    fn finds_names_in_full() {
        for (words, want) in [
            ("王小红", "王小红"),
            ("李强", "李强"),
            ("欧阳明", "欧阳明"),
            ("三组村民王小红", "王小红"),
            ("二组 张三丰", "张三丰"),
            ("网格六 居民李强", "李强"),
        ] {
            assert_eq!(full_name(words), Some(want), "{words}");
        }
    }

    #[test]
    fn leaves_everything_else_alone() {
        for words in [
            "王某某",
            "王*红",
            "王先生",
            "王女士",
            "张老师",
            "三组村民",
            "网格八居民",
            "广场舞队",
            "一号院居民",
            "东院居民",
            "堤外片村民",
            "三组老人",
            "北区老人",
            "高龄老人",
            "李家湾",
            "石桥村",
            "金色家园",
            "王家",
            "何家院子",
            "匿名",
            "村民代表",
            "三组代表",
            "居民罗某某",
            "白云苑",
            "方女士",
            "江边租户",
            "Wang",
            "王",
            "",
        ] {
            assert_eq!(full_name(words), None, "{words}");
        }
    }
}
