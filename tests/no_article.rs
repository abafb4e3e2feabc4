//! Pages without an article say what they are instead; pages with one say nothing.

use copydesk::document::WarningCode;
use copydesk::text::InputKind;
use copydesk::{Document, Options, extract};

fn codes(source: &str, kind: InputKind) -> Vec<WarningCode> {
    let options = Options { input: Some(kind), ..Options::default() };
    let document: Document = extract(source.as_bytes(), &options);
    for warning in &document.warnings {
        assert!(warning.message.ends_with('.'), "{warning:?}");
    }
    document.warnings.iter().map(|warning| warning.code).collect()
}

/// A page with a menu and a foot around `content`.
fn page(title: &str, content: &str) -> String {
    format!(
        "<title>{title}</title><nav><ul><li><a href=/>Home</a><li><a href=/news>News</a></ul></nav>\
         <main>{content}</main><footer><a href=/terms>Terms of use</a> \u{A9} 2024 Echo</footer>"
    )
}

const TITLES: [&str; 10] = [
    "Fish market moves inland for the winter",
    "Who owns the river bank, and why it matters",
    "Council quarrels over new parking charges",
    "School opens its hall to families",
    "A baker and his boat go round the world",
    "New oars for the lifeboat at last",
    "Old lighthouse sold to a painter",
    "Bell returns to the chapel of the seamen",
    "Eel prices rise for the third year",
    "Ferry to run at night from May",
];

/// Each title as a link, and what `below` makes of it.
fn titles(below: impl Fn(&str) -> String) -> String {
    TITLES.iter().map(|t| format!("<h3><a href=/x>{t}</a></h3>{}", below(t))).collect()
}

const PARAGRAPH: &str = "<p>The harbour wall will be rebuilt before the spring, the mayor told a \
                         meeting on Monday, and the town will pay for most of it.</p>";

#[test]
fn what_the_page_is_instead() {
    use WarningCode::{
        ConsentPage, Empty, ErrorPage, Framed, FrontPage, LoginPage, NoArticle, Partial, Paywall,
        RobotCheck, ScriptNeeded, VideoPage,
    };
    let teaser = |t: &str| format!("<p>{t}, the mayor said on Monday, and nobody knows why.</p>");
    for (source, expected) in [
        (page("The Echo", &titles(|_| String::new())), FrontPage),
        (page("The Echo", &titles(teaser)), FrontPage),
        (page("The Echo", &format!("<div>{}</div>", titles(teaser))), FrontPage),
        (page("Boats come in", "<video src=x></video><p>Watch them.</p>"), VideoPage),
        (
            page("Boats come in", "<meta property=og:type content=video.other><p>Watch them.</p>"),
            VideoPage,
        ),
        (page("Wall", "<h1>The wall is back</h1><p>To continue reading, subscribe.</p>"), Paywall),
        (page("Mauer", "<h1>Die Mauer</h1><p>Dieser Artikel ist nur für Abonnenten.</p>"), Paywall),
        (
            page(
                "Wall",
                &format!(
                    "<h1>Wall</h1>{}<div class=wall><p>Already a subscriber?</p></div>",
                    PARAGRAPH.repeat(3)
                ),
            ),
            Partial,
        ),
        (page("Oh dear", "<h1>404</h1><p>Nothing here.</p>"), ErrorPage),
        (page("Seite nicht gefunden", "<p>Das tut uns leid.</p>"), ErrorPage),
        (page("Saltby", "<h1>Are you a robot?</h1><p>Tick the box below.</p>"), RobotCheck),
        (page("Saltby", "<p>Please enable JavaScript and try again.</p>"), ScriptNeeded),
        (page("Saltby", "<form>Name <input><input type=password></form>"), LoginPage),
        (
            page("Saltby", "<p>We use cookies to count our readers and to pay our bills.</p>"),
            ConsentPage,
        ),
        (page("Saltby", "<iframe src=story.html></iframe>"), Framed),
        (page("Saltby", "<p>Nothing to see here today.</p>"), NoArticle),
        ("<div id=root></div>".to_owned(), Empty),
    ] {
        assert_eq!(codes(&source, InputKind::Html), [expected], "{source}");
    }
    let shell = "<noscript>You need to enable JavaScript to run this.</noscript><div></div>";
    assert_eq!(codes(shell, InputKind::Html), [Empty, ScriptNeeded]);
    let frames = "<frameset cols=2><frame src=a.html><frame src=b.html></frameset>";
    assert_eq!(codes(frames, InputKind::Html), [Empty, Framed]);
}

#[test]
fn articles_raise_no_alarm() {
    let long = |paragraph: &str| paragraph.repeat(4);
    for content in [
        long(
            "<p>The page was not found in the archive, he said, and cookies were on the table.</p>",
        ),
        long("<p>“Are you a robot?” she asked, and he had to enable JavaScript to answer her.</p>"),
        long(
            "<p>Errors 404 and 500 are the most common ones, according to the study of Monday.</p>",
        ),
        format!("{}{}", long(PARAGRAPH), titles(|_| String::new())),
        format!("{}<video src=x></video>{}", long(PARAGRAPH), long(PARAGRAPH)),
        format!("{}<form><input type=password></form>", long(PARAGRAPH)),
        format!("{}<iframe src=x></iframe>", long(PARAGRAPH)),
    ] {
        let source = page("A story", &format!("<h1>A story</h1>{content}"));
        assert_eq!(codes(&source, InputKind::Html), [], "{source}");
    }
    let brief = "<meta property=og:type content=article><h1>Wall</h1>\
                 <p>The wall will be rebuilt before the spring, the mayor told a meeting.</p>";
    assert_eq!(codes(&page("Wall", brief), InputKind::Html), []);
    let text = "The page was not found, the captcha was wrong, and the cookies were gone.";
    assert_eq!(codes(text, InputKind::Text), []);
}
