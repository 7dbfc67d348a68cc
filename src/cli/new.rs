//! `gongkai new`: a record to be filled in.
//!
//! In: kind, title, community; what is missing is asked for on a terminal. Out: one file made from the kind's field
//! table. Never overwrites a file.

use std::io::IsTerminal;

use super::args::New;
use super::ask::Ask;
use super::print;
use super::setting::Setting;
use super::skeleton::Skeleton;
use crate::error::Error;
use crate::load::extension;
use crate::record::KINDS;
use crate::record::kind::{Format, KindInfo};
use crate::route;
use crate::schema::Shape;
use crate::value::Date;
use crate::world::World;
use crate::write::replace_file;

/// What a new record is to be.
#[derive(Debug, PartialEq, Eq)]
struct Wish {
    kind: &'static str,
    title: String,
    community: String,
    published: Option<Date>,
}

pub(super) fn run(options: &New, setting: &Setting) -> Result<u8, Error> {
    let world = setting.world(None)?;
    let known = world.folders("content/communities")?;
    let told = (options.kind.as_deref(), options.title.as_deref());
    let wish = match told {
        (Some(kind_name), Some(title)) => Wish {
            kind: kind(kind_name, setting)?.name,
            title: title.to_owned(),
            community: community(options.community.as_deref(), setting, &known)?.to_owned(),
            published: None,
        },
        _ if std::io::stdin().is_terminal() && std::io::stderr().is_terminal() => {
            let mut ask = Ask::new(std::io::stdin().lock(), std::io::stderr(), setting.words);
            wished(options, setting, &known, world.today(), &mut ask)?
        }
        _ => return Err(Error::Usage(setting.words.word("new-needs-terminal"))),
    };
    let kind = kind(wish.kind, setting)?;
    let name = format!("{}.{}", route::slug(&wish.title), extension(kind.format));
    let path = world.root().join("content/communities").join(&wish.community).join(kind.folder).join(name);
    let facts = [("path", path.display().to_string())];
    if path.exists() {
        return Err(Error::Usage(setting.words.text("new-exists", &facts)));
    }
    let Shape::Object(table) = (kind.shape)() else {
        unreachable!("every kind of record is a mapping");
    };
    let writer = Skeleton { title: &wish.title, published: wish.published, today: world.today(), words: setting.words };
    let fields = writer.object(&table());
    let text = match kind.format {
        Format::Prose => format!("---\n{fields}---\n\n"),
        Format::Data => fields,
    };
    replace_file(&path, text.as_bytes())?;
    print::say(setting, &setting.words.text("new-done", &facts));
    print::result(&path.display().to_string());
    Ok(0)
}

/// What is missing, asked for: kind by number, title, community where there are several, first day of display.
fn wished<R: std::io::BufRead, W: std::io::Write>(
    options: &New,
    setting: &Setting,
    known: &[String],
    today: Date,
    ask: &mut Ask<'_, R, W>,
) -> Result<Wish, Error> {
    let words = setting.words;
    let kind = match &options.kind {
        Some(name) => kind(name, setting)?,
        None => {
            let names: Vec<String> = KINDS.iter().map(|k| words.word(&format!("section-{}", k.folder))).collect();
            &KINDS[ask.one_of(&words.word("new-ask-kind"), &names)?]
        }
    };
    let community = match (&options.community, known) {
        (Some(id), _) => community(Some(id), setting, known)?.to_owned(),
        (None, [only]) => only.clone(),
        (None, []) => return Err(Error::Usage(words.text("which-community", &[("known", "")]))),
        (None, several) => several[ask.one_of(&words.word("new-ask-community"), several)?].clone(),
    };
    let title = match &options.title {
        Some(title) => title.clone(),
        None => ask.text(&words.word("new-ask-title"))?,
    };
    let published = ask.date(&words.text("new-ask-published", &[("today", today.to_string())]))?;
    Ok(Wish { kind: kind.name, title, community, published })
}

/// The kind by its name, its folder, or its Chinese words.
fn kind(name: &str, setting: &Setting) -> Result<&'static KindInfo, Error> {
    let words = |k: &KindInfo| setting.words.word(&format!("section-{}", k.folder));
    let found = KINDS.iter().find(|k| k.name == name || k.folder == name || words(k) == name);
    found.ok_or_else(|| {
        let known = KINDS.iter().map(|k| format!("{} ({})", k.name, words(k))).collect::<Vec<_>>().join(", ");
        Error::Usage(setting.words.text("unknown-kind", &[("kind", name.to_owned()), ("known", known)]))
    })
}

fn community<'a>(id: Option<&str>, setting: &Setting, known: &'a [String]) -> Result<&'a str, Error> {
    let found = match (id, known) {
        (Some(id), _) => known.iter().find(|k| *k == id),
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    found.map(String::as_str).ok_or_else(|| {
        let known = ("known", known.join(", "));
        Error::Usage(match id {
            Some(id) => setting.words.text("unknown-community", &[("id", id.to_owned()), known]),
            None => setting.words.text("which-community", &[known]),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Language, messages};

    /// What comes of these answers, and what was asked.
    fn answered(options: &New, known: &[&str], answers: &str) -> (Result<Wish, Error>, String) {
        let setting = Setting::of_words(messages(Language::Chinese));
        let known: Vec<String> = known.iter().map(|k| (*k).to_owned()).collect();
        let mut said = Vec::new();
        let mut ask = Ask::new(answers.as_bytes(), &mut said, setting.words);
        let wish = wished(options, &setting, &known, Date::constant(2026, 11, 23), &mut ask);
        (wish, String::from_utf8(said).expect("UTF-8"))
    }

    #[test]
    fn everything_is_asked_in_chinese_until_it_is_understood() {
        let bare = New { kind: None, title: None, community: None };
        let (wish, said) = answered(&bare, &["xia", "shang"], "9九\n0\n２\n2\n\n二组路灯\n下个月\n2026.12.1\n");
        let published = Some(Date::constant(2026, 12, 1));
        let wanted = Wish { kind: KINDS[1].name, title: "二组路灯".into(), community: "shang".into(), published };
        assert_eq!(wish.expect("understood"), wanted);
        assert_eq!(
            said,
            "要新建哪种记录？\n  1  议事决策\n  2  公开事项\n  3  财务公开\n  4  星级评价\n  5  项目\n  6  台账\n  \
             7  指标\n  8  询问与答复\n  9  村（社区）情况与指南\n输入数字：请输入 1 到 9 之间的数字：请输入 1 到 9 \
             之间的数字：哪个村（社区）？\n  1  xia\n  2  shang\n输入数字：标题：请写上标题：公开日期（今天是 \
             2026-11-23；还没定就直接按回车）：这不是日期，请写成 2026-08-11 这样：",
        );
    }

    #[test]
    fn what_is_known_is_not_asked() {
        let options = New { kind: Some("财务公开".into()), title: Some("十月".into()), community: None };
        let (wish, said) = answered(&options, &["xia"], "\n");
        let wanted = Wish { kind: "finance", title: "十月".into(), community: "xia".into(), published: None };
        assert_eq!(wish.expect("understood"), wanted);
        assert_eq!(said.matches('：').count(), 1, "only the day is asked for: {said}");
    }

    #[test]
    fn an_end_of_answers_ends_the_questions() {
        let bare = New { kind: None, title: None, community: None };
        assert!(answered(&bare, &["xia"], "1\n").0.is_err());
    }
}
