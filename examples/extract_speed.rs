//! Finds the articles of a folder's files and says how fast: our rows of `npm run eval -- extract`.

#[path = "../tests/peers/rust/src/harness.rs"]
mod harness;

fn main() {
    let options = copydesk::Options::default();
    harness::run(|page| Some(copydesk::extract(page.as_bytes(), &options).article_body()));
}
