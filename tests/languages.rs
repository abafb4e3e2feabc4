//! One story in many languages, on pages built in different ways: all of it is kept, and nothing of
//! the page around it.
//!
//! `fixtures/languages` holds a file for each language: lines with a name and what the page says
//! there, and under a blank line the article. A page here is a way to put them together.

use copydesk::text::InputKind;
use copydesk::{Document, Options, extract};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// What one language's page says.
struct Story {
    language: String,
    fields: BTreeMap<String, String>,
    /// The article: paragraphs, `## ` headings and `- ` items.
    blocks: Vec<String>,
}

impl Story {
    fn field(&self, name: &str) -> &str {
        self.fields.get(name).unwrap_or_else(|| panic!("{}: no {name}", self.language))
    }

    fn list(&self, name: &str) -> Vec<&str> {
        self.field(name).split(" | ").collect()
    }

    /// What is to be kept.
    fn expected(&self) -> Vec<&str> {
        let bare = |block: &str| -> usize {
            if block.starts_with("## ") { 3 } else { 2 * usize::from(block.starts_with("- ")) }
        };
        self.blocks.iter().map(|block| &block[bare(block)..]).collect()
    }

    /// The article in markup, `between` after its third block.
    fn body(&self, between: &str) -> String {
        let mut html = String::new();
        for (index, block) in self.blocks.iter().enumerate() {
            let _ = match (block.strip_prefix("## "), block.strip_prefix("- ")) {
                (Some(heading), _) => write!(html, "<h2>{heading}</h2>"),
                (_, Some(item)) => write!(html, "<ul><li>{item}</li></ul>"),
                _ => writeln!(html, "<p>{block}</p>"),
            };
            html += if index == 2 { between } else { "" };
        }
        html.replace("</ul><ul>", "")
    }

    /// Links to nowhere, each in a list item.
    fn links(&self, name: &str) -> String {
        let item = |text: &&str| format!("<li><a href=\"#\">{text}</a></li>");
        format!("<ul>{}</ul>", self.list(name).iter().map(item).collect::<String>())
    }
}

fn stories() -> Vec<Story> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/languages");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the fixtures").map(|e| e.expect("an entry").path()).collect();
    paths.sort();
    let story = |path: &std::path::PathBuf| {
        let text = fs::read_to_string(path).expect("a readable fixture");
        let (head, body) = text.split_once("\n\n").expect("fields, then the article");
        let blocks = body.trim().split('\n').filter(|line| !line.is_empty()).map(str::to_owned);
        let field = |line: &str| {
            let (name, value) = line.split_once(": ").expect("name: value");
            (name.to_owned(), value.to_owned())
        };
        Story {
            language: path.file_stem().and_then(|s| s.to_str()).expect("a name").to_owned(),
            fields: head.lines().map(field).collect(),
            blocks: blocks.collect(),
        }
    };
    paths.iter().map(story).collect()
}

/// A newspaper's page whose classes say what is what.
fn named(s: &Story) -> String {
    format!(
        "<html lang={}><div class=cookie-notice><p>{}</p><button>OK</button></div>\
         <header><nav>{}</nav></header><main><article><h1>{}</h1>\
         <div class=meta><span class=byline>{}</span> <time>{}</time></div>\
         <div class=share>{}</div><figure><img><figcaption>{}</figcaption></figure>\
         <div class=article-body>{}</div><div class=tags>{}</div></article>\
         <section class=related><h3>{}</h3>{}</section>\
         <section class=newsletter><p>{}</p></section>\
         <section class=comments><h3>{}</h3><p>{}</p></section></main>\
         <footer>{}<p>{}</p></footer>",
        s.language,
        s.field("cookies"),
        s.links("menu"),
        s.field("headline"),
        s.field("byline"),
        s.field("date"),
        s.links("share"),
        s.field("caption"),
        s.body(&format!("<div class=ad>{}</div>", s.field("ad"))),
        s.field("tags"),
        s.field("related"),
        s.links("titles"),
        s.field("newsletter"),
        s.list("form")[0],
        s.field("comment"),
        s.links("footer"),
        s.field("copyright"),
    )
}

/// The same with nothing but tags: words and links alone say what is what.
fn nameless(s: &Story) -> String {
    let also = format!(
        "<p>{}</p><p><strong>{}</strong></p>",
        s.field("ad"),
        s.field("also").replacen(": ", ": <a href=\"#\">", 1)
    );
    format!(
        "<body><div><p>{}</p></div><div>{}</div><div><h1>{}</h1><p>{}</p><p>{}</p>{}\
         <div>{}</div><p>{}</p><p>{}</p><h3>{}</h3>{}<h3>{}</h3>{}<h3>{}</h3><p>{}</p><p>{}</p>\
         </div><div>{}<p>{}</p></div>",
        s.field("cookies"),
        s.links("menu"),
        s.field("headline"),
        s.field("byline"),
        s.field("date"),
        s.links("share"),
        s.body(&also),
        s.field("tags"),
        s.field("newsletter"),
        s.field("related"),
        s.links("titles"),
        s.field("popular"),
        s.links("titles"),
        s.list("form")[0],
        s.list("form")[1],
        s.field("comment"),
        s.links("footer"),
        s.field("copyright"),
    )
}

/// A blog with a column beside the entry and readers' comments below.
fn blog(s: &Story) -> String {
    format!(
        "<div id=page><div id=header><h1><a href=\"/\">Blog</a></h1></div>{}\
         <div id=content class=narrowcolumn><div class=post id=post-12><h2><a href=\"#\">{}</a></h2>\
         <small>{} {}</small><div class=entry>{}<div class=sharedaddy>{}</div></div>\
         <p class=postmetadata>{}</p></div>\
         <h3 id=comments>2</h3><ol class=commentlist><li><cite>Bo</cite><p>{}</p></li>\
         <li><cite>Di</cite><p>{}</p></li></ol>\
         <h3 id=respond>{}</h3><form><p>{}</p><textarea></textarea></form></div>\
         <div id=sidebar><ul><li><h2>{}</h2>{}</li><li><h2>{}</h2>{}</li><li><p>{}</p></li></ul></div>\
         <div id=footer><p>{}</p></div></div>",
        s.links("menu"),
        s.field("headline"),
        s.field("date"),
        s.field("byline"),
        s.body(""),
        s.links("share"),
        s.field("tags"),
        s.field("comment"),
        s.field("comment").to_uppercase(),
        s.list("form")[0],
        s.list("form")[1],
        s.field("popular"),
        s.links("titles"),
        s.field("related"),
        s.links("footer"),
        s.field("newsletter"),
        s.field("copyright"),
    )
}

/// An old page: tables for the layout, line breaks for paragraphs.
fn breaks(s: &Story) -> String {
    let links = |name: &str| -> String {
        s.list(name).iter().map(|text| format!("<a href=\"#\">{text}</a><br>")).collect()
    };
    format!(
        "<table><tr><td colspan=2>{}</td></tr><tr><td valign=top>{}<br>{}</td><td>\
         <font size=5><b>{}</b></font><br>{}<br>{}<br><br>{}<br><br>{}<br><br>{}</td></tr>\
         <tr><td colspan=2>{}<br>{}</td></tr></table>",
        links("menu").replace("<br>", " | "),
        s.field("popular"),
        links("titles"),
        s.field("headline"),
        s.field("byline"),
        s.field("date"),
        s.expected().join("<br><br>\n"),
        s.field("tags"),
        links("share").replace("<br>", " "),
        links("footer").replace("<br>", " | "),
        s.field("copyright"),
    )
}

/// All that a browser copies of the nameless page.
fn pasted(s: &Story) -> String {
    let mut text = String::new();
    let mut lines = |lines: &[&str], gap: &str| {
        for line in lines {
            let _ = write!(text, "{line}{gap}");
        }
    };
    lines(&[s.field("cookies")], "\n\n");
    lines(&s.list("menu"), "\n");
    lines(&["", s.field("headline"), s.field("byline"), s.field("date")], "\n");
    lines(&s.list("share"), "\n");
    lines(&[""], "\n");
    for (index, block) in s.expected().iter().enumerate() {
        lines(&[block], "\n\n");
        if index == 2 {
            lines(&[s.field("ad"), "", s.field("also")], "\n");
            lines(&[""], "\n");
        }
    }
    lines(&[s.field("tags"), "", s.field("newsletter"), "", s.field("related")], "\n");
    lines(&s.list("titles"), "\n");
    lines(&["", s.field("popular")], "\n");
    lines(&s.list("titles"), "\n");
    lines(&["", s.list("form")[0], s.list("form")[1], "", s.field("comment"), ""], "\n");
    lines(&s.list("footer"), "\n");
    lines(&[s.field("copyright")], "\n");
    text
}

/// What is wrong with what was kept, if anything.
fn fault(story: &Story, document: &Document) -> Option<String> {
    let body = document.article_body();
    let kept: Vec<&str> = body.split("\n\n").collect();
    let expected = story.expected();
    let lost: Vec<_> = expected.iter().filter(|block| !kept.contains(block)).collect();
    let extra: Vec<_> = kept.iter().filter(|block| !expected.contains(block)).collect();
    (kept != expected).then(|| format!("lost {lost:?}, kept too much {extra:?}"))
}

#[test]
fn the_story_is_kept_and_nothing_else() {
    type Way = (&'static str, fn(&Story) -> String, InputKind);
    let ways: [Way; 5] = [
        ("named", named, InputKind::Html),
        ("nameless", nameless, InputKind::Html),
        ("blog", blog, InputKind::Html),
        ("breaks", breaks, InputKind::Html),
        ("pasted", pasted, InputKind::Text),
    ];
    let mut faults = Vec::new();
    for story in stories() {
        for (name, way, kind) in ways {
            let options = Options { input: Some(kind), ..Options::default() };
            let document = extract(way(&story).as_bytes(), &options);
            if let Some(fault) = fault(&story, &document) {
                faults.push(format!("{} {name}: {fault}", story.language));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// The article alone, in markup and as text with and without blank lines.
#[test]
fn of_the_article_alone_nothing_is_lost() {
    for story in stories() {
        let title = story.field("headline");
        let html = format!("<h1>{title}</h1>{}", story.body(""));
        let lines = [&[title][..], &story.expected()].concat();
        for (source, kind) in [
            (html, InputKind::Html),
            (format!("<p>{}</p>", story.blocks[0]), InputKind::Html),
            (lines.join("\n\n"), InputKind::Text),
            (lines.join("\n"), InputKind::Text),
            (lines[1..].join("\r\n\r\n"), InputKind::Text),
            (lines[1..3].join("\n\n"), InputKind::Text),
            (lines[1].to_owned(), InputKind::Text),
        ] {
            let options = Options { input: Some(kind), ..Options::default() };
            let document = extract(source.as_bytes(), &options);
            let lost = document.blocks.iter().find(|block| !block.keep);
            assert!(lost.is_none(), "{}: {lost:?} of {source}", story.language);
            let missing = document.warnings.iter().any(|w| w.code.as_str().contains("article"));
            assert!(!missing, "{}: {:?} of {source}", story.language, document.warnings);
        }
    }
}
