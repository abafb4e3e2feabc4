//! dom_smoothie, with the text form that parts paragraphs.

mod harness;

use dom_smoothie::{Config, Readability, TextMode};

fn main() {
    harness::run(|page| {
        let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
        let article = Readability::new(page, None, Some(config)).and_then(|mut r| r.parse());
        article.ok().map(|article| article.text_content.to_string())
    });
}
