//! What is kept of a page or a pasted text, what is removed, and what is said about either.

use copydesk::blocks::{Reason, Role};
use copydesk::text::InputKind;
use copydesk::{Document, Options, extract};

fn read(source: &str, kind: InputKind) -> Document {
    extract(source.as_bytes(), &Options { input: Some(kind), ..Options::default() })
}

fn html(source: &str) -> Document {
    read(source, InputKind::Html)
}

/// Paragraphs long enough to be an article.
const BODY: [&str; 3] = [
    "The harbour wall will be rebuilt before the spring, the mayor told a meeting on Monday, and \
     the town will pay for most of it.",
    "Storms broke the wall in three places last winter. Since then boats have been kept in the \
     river, and the market has lost a third of its trade.",
    "Work is to begin in January, if the weather allows, and to be done before the boats go out \
     again in April.",
];

fn body() -> String {
    BODY.join("\n\n")
}

fn reason_of(document: &Document, text: &str) -> (Role, bool, Reason) {
    let found = document.blocks.iter().find(|b| b.span.of(&document.text) == text);
    let block = found.unwrap_or_else(|| panic!("no block {text:?} in {:?}", document.text));
    (block.role, block.keep, block.reason)
}

#[test]
fn a_news_page() {
    let document = html(include_str!("fixtures/html/news.html"));
    let article = document.article_body();
    let kept: Vec<&str> = article.split("\n\n").collect();
    assert_eq!(kept.len(), 9, "{kept:#?}");
    assert!(kept[0].starts_with("The harbour wall at Saltby"));
    assert!(kept[8].starts_with("“The sea does not read"));
    let metadata = &document.metadata;
    assert_eq!(metadata.headline.as_deref(), Some("Harbour wall to be rebuilt by spring"));
    assert_eq!(metadata.byline.as_deref(), Some("Nora Field"));
    assert_eq!(metadata.published.as_deref(), Some("2024-11-05"));
    assert_eq!(metadata.site.as_deref(), Some("The Saltby Echo"));
    assert_eq!(metadata.language.as_deref(), Some("en-GB"));
    for (text, role, keep, reason) in [
        ("Harbour wall to be rebuilt by spring", Role::Headline, true, Reason::Headline),
        ("“We have waited long enough,” she said.", Role::Paragraph, true, Reason::Article),
        ("Stone from the north", Role::Heading, true, Reason::Heading),
        ("Cost: 3.1 million pounds", Role::ListItem, true, Reason::List),
        ("Advertisement", Role::Boilerplate, false, Reason::Advertisement),
        ("Related articles", Role::Boilerplate, false, Reason::Related),
        ("Who owns the river bank?", Role::Boilerplate, false, Reason::Related),
        ("Home", Role::Boilerplate, false, Reason::Navigation),
        ("Leave a Reply", Role::Boilerplate, false, Reason::Comments),
        ("Accept all", Role::Boilerplate, false, Reason::Form),
        ("harbour", Role::Boilerplate, false, Reason::Tags),
    ] {
        assert_eq!(reason_of(&document, text), (role, keep, reason), "{text}");
    }
    assert!(document.warnings.is_empty(), "{:?}", document.warnings);
}

#[test]
fn wherever_the_text_stands() {
    let paragraphs: String = BODY.iter().map(|p| format!("<p>{p}</p>")).collect();
    let breaks = BODY.join("<br><br>");
    let divs: String = BODY.iter().map(|p| format!("<div>{p}</div>")).collect();
    let json = BODY.join("\\n\\n");
    for (name, source) in [
        ("paragraphs", format!("<nav><a href=/>Home</a></nav>{paragraphs}")),
        ("breaks", format!("<div id=x>{breaks}</div>")),
        ("text in divs", divs),
        ("unclosed paragraphs", BODY.iter().map(|p| format!("<p>{p}")).collect()),
        ("a table for layout", format!("<table><tr><td><a href=/>Home</a><td>{breaks}</table>")),
        ("noscript", format!("<p>Loading</p><noscript>{paragraphs}</noscript>")),
        ("template", format!("<template>{paragraphs}</template>")),
        ("hidden", format!("<div style='display: none'>{paragraphs}</div>")),
        (
            "an article called a comment",
            format!("<article class=comments-off>{paragraphs}</article>"),
        ),
        (
            "parts",
            format!(
                "<main><div><p>{}<p>{}</div><div class=ad>Ad</div><div><p>{}</div></main>",
                BODY[0], BODY[1], BODY[2]
            ),
        ),
        (
            "data alone",
            format!(
                "<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{json}\"}}</script><p>Watch"
            ),
        ),
    ] {
        assert_eq!(html(&source).article_body(), body(), "{name}");
    }
}

#[test]
fn other_scripts() {
    let arabic = "قال رئيس البلدية يوم الاثنين إن جدار الميناء سيعاد بناؤه قبل الربيع، وإن المدينة ستدفع معظم التكاليف.";
    let japanese = "市長は月曜日、港の壁を春までに再建すると述べた。費用の大部分は町が負担する。漁師たちは長い間、壁の修理を求めていた。";
    let russian = "Мэр сообщил в понедельник, что стену в гавани восстановят до весны, а большую часть расходов оплатит город.";
    for paragraph in [arabic, japanese, russian] {
        let source =
            format!("<ul><li><a href=/>1</a></ul><div><p>{paragraph}</p><p>{paragraph}!</p></div>");
        assert_eq!(html(&source).article_body(), format!("{paragraph}\n\n{paragraph}!"));
    }
}

#[test]
fn pasted_text_keeps_its_offsets() {
    let text = format!(
        "Home\r\nTown\r\nSport\r\n\r\nHarbour wall to be rebuilt by spring\r\nBy Nora Field\r\n5 November 2024\r\n\r\n{}\r\n\r\nRelated articles\r\nFish market moves inland\r\n\r\nLeave a Reply\r\n",
        BODY.join("\r\n\r\n")
    );
    let document = read(&text, InputKind::Text);
    assert_eq!(document.text, text);
    assert_eq!(document.article_body(), body());
    assert_eq!(document.metadata.headline.as_deref(), Some("Harbour wall to be rebuilt by spring"));
    assert_eq!(document.metadata.byline.as_deref(), Some("Nora Field"));
    assert_eq!(document.metadata.published.as_deref(), Some("2024-11-05"));
    assert_eq!(
        reason_of(&document, "Leave a Reply"),
        (Role::Boilerplate, false, Reason::CommentForm)
    );
}

#[test]
fn clean_text_loses_nothing() {
    for text in [
        body(),
        format!("A wall is rebuilt\n\n{}\n\nNobody laughed.", body()),
        "Kyiv, March 14 - Ukraine agreed.".to_owned(),
        "Short".to_owned(),
        format!("{}\n\nsaid on Friday.\n\n{}", BODY[0], BODY[1]),
    ] {
        let document = read(&text, InputKind::Text);
        assert!(document.blocks.iter().all(|b| b.keep), "{:?}", document.blocks);
    }
}

#[test]
fn a_teaser_between_paragraphs() {
    let text = format!(
        "{}\n\nOther Topics of Interest\n\nMending Walls Costs Towns More Each Winter\n\nTowns must mend their walls before the winter and not after it.\n\n{}",
        BODY[0], BODY[1]
    );
    assert_eq!(read(&text, InputKind::Text).article_body(), BODY[..2].join("\n\n"));
}

#[test]
fn a_dateline_on_its_own_line() {
    let text = format!("SALTBY, November 5 (Agency) –\n\n{}", body());
    let document = read(&text, InputKind::Text);
    let block = document.blocks[0];
    assert!(block.keep);
    assert_eq!(document.article_body(), body());
    assert_eq!(block.role, Role::Dateline);
}
