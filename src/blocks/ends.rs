//! What stands at the two ends of an article and is not its text: the standfirst and credits above
//! the byline, the author's few lines and the calls to follow or subscribe below.
//!
//! Takes the pieces between the first and the last line of running text; gives the reasons to
//! remove some at either end.

use super::metadata::visible;
use super::piece::Piece;
use super::reason::Reason;

/// How many pieces from the start a byline or date is looked for.
const HEAD_PIECES: usize = 16;

/// Running text above the byline beyond which it is no standfirst, in letters.
const STANDFIRST_WIDTH: u32 = 420;

/// How many lines of running text from the end may be calls and author's lines.
const TAIL_PIECES: usize = 8;

/// Longest line about the author, in bytes.
const TAIL_BYTES: usize = 700;

/// Longest call to the reader, in letters: in a longer text its words can be the article's own.
const CALL_WIDTH: u32 = 300;

/// How a heading over a few words on the author or the publisher begins.
pub(crate) const ABOUT: [&str; 9] =
    ["about ", "über ", "sobre ", "acerca de ", "à propos d", "over ", "об ", "о ", "o "];

/// Most words of that heading.
const ABOUT_WORDS: usize = 8;

/// Most running text, in hundredths of the article's, that stands under it.
const ABOUT_SHARE: u64 = 40;

/// What calls to the reader at the end of an article say.
const CALLS: [(&str, Reason); 49] = [
    ("contributed to this", Reason::Desk),
    ("contributed reporting", Reason::Desk),
    ("press contributed", Reason::Desk),
    ("can be reached at", Reason::AuthorBox),
    ("reach him at", Reason::AuthorBox),
    ("reach her at", Reason::AuthorBox),
    ("reach me at", Reason::AuthorBox),
    ("follow him", Reason::AuthorBox),
    ("follow her", Reason::AuthorBox),
    ("follow me", Reason::AuthorBox),
    ("follow us", Reason::Share),
    ("follow our", Reason::Share),
    ("on twitter @", Reason::AuthorBox),
    ("on twitter:", Reason::AuthorBox),
    ("on facebook", Reason::Share),
    ("on instagram", Reason::Share),
    ("sign up", Reason::Newsletter),
    ("subscribe", Reason::Newsletter),
    ("newsletter", Reason::Newsletter),
    ("click here", Reason::Related),
    ("visit our", Reason::Related),
    ("download our", Reason::Newsletter),
    ("download the", Reason::Newsletter),
    ("read more", Reason::Related),
    ("all rights reserved", Reason::Copyright),
    ("may not be published, broadcast", Reason::Copyright),
    ("letters to the editor", Reason::Contact),
    ("we’d like to hear", Reason::Contact),
    ("we'd like to hear", Reason::Contact),
    ("have a tip", Reason::Contact),
    ("email us", Reason::Contact),
    ("write to us", Reason::Contact),
    ("join the conversation", Reason::CommentForm),
    ("affiliate", Reason::Advertisement),
    ("commenting", Reason::CommentForm),
    ("comments are", Reason::CommentForm),
    ("patreon", Reason::Newsletter),
    ("support us", Reason::Newsletter),
    ("this site uses", Reason::Notice),
    ("nieuwsbrief", Reason::Newsletter),
    ("nyhetsbrev", Reason::Newsletter),
    ("boletín", Reason::Newsletter),
    ("рассылк", Reason::Newsletter),
    ("розсилк", Reason::Newsletter),
    ("bülten", Reason::Newsletter),
    ("뉴스레터", Reason::Newsletter),
    ("メールマガジン", Reason::Newsletter),
    ("电子报", Reason::Newsletter),
    ("النشرة الإخبارية", Reason::Newsletter),
];

/// Calls whose words are news as well: they count where the reader is spoken to.
const NEWS: [&str; 6] =
    ["on facebook", "on instagram", "subscribe", "affiliate", "commenting", "download the"];

/// Words with which a reader is spoken to.
const ASKING: [&str; 10] = [
    "follow", "like us", "find ", "join us", "visit us", " you", " our ", " us ", "please", "here",
];

/// What somebody who writes for a living is called.
const TRADES: [&str; 19] = [
    "reporter",
    "editor",
    "writer",
    "columnist",
    "journalist",
    "correspondent",
    "author",
    "contributor",
    "freelance",
    "covers ",
    "covering ",
    "contributing",
    "blogger",
    "curator",
    "fellow at",
    "professor",
    "producer",
    "host of",
    "editorial",
];

/// The index after the last byline or date near the head of the article, if what stands above it
/// is no more than a standfirst.
pub(crate) fn start(text: &str, pieces: &[Piece], first: usize, last: usize) -> usize {
    let mut start = first;
    let mut above = 0;
    let head = pieces.iter().enumerate().take(last.min(first + HEAD_PIECES) + 1).skip(first);
    for (index, piece) in head {
        let line = piece.span.of(text);
        if piece.prose() > 0 {
            above += piece.shape.width;
        }
        if above > STANDFIRST_WIDTH {
            break;
        }
        if visible::is_byline(line) || visible::is_timestamp(line) {
            start = index + 1;
        }
    }
    let rest = pieces[start..=last].iter().map(|p| u64::from(p.prose())).sum::<u64>();
    let before = pieces[first..start].iter().map(|p| u64::from(p.prose())).sum::<u64>();
    if rest > 2 * before { start } else { first }
}

/// The reasons to remove lines at the end of the article, by index.
pub(crate) fn tail(
    text: &str,
    pieces: &[Piece],
    first: usize,
    last: usize,
    byline: Option<&str>,
) -> Vec<(usize, Reason)> {
    let mut found = Vec::new();
    let mut seen = 0;
    for index in (first + 1..=last).rev() {
        let piece = &pieces[index];
        let line = piece.span.of(text);
        let about = is_about_author(line, &line.to_lowercase(), byline);
        if about {
            found.push((index, Reason::AuthorBox));
        }
        if about || piece.prose() == 0 {
            continue;
        }
        seen += 1;
        if seen > TAIL_PIECES {
            break;
        }
        match call(piece, line) {
            Some(reason) => found.push((index, reason)),
            // One line of the article may stand below: a correction, say.
            None if seen > 2 => break,
            None => {}
        }
    }
    found
}

/// Where a few words begin on the company or society that published the article: `About Saltby
/// Nets`, and below it a paragraph that begins with that name.
pub(crate) fn about(text: &str, pieces: &[Piece], first: usize, last: usize) -> Option<usize> {
    let width = |range: &[Piece]| range.iter().map(|p| u64::from(p.prose())).sum::<u64>();
    let most = width(&pieces[first..=last]) * ABOUT_SHARE / 100;
    let (mut below, mut found) = (0, None);
    for index in (first + 1..=last).rev() {
        let block = pieces[index].span.of(text);
        let (line, mut rest) = block.split_once('\n').unwrap_or((block, ""));
        if let Some(next) = pieces.get(index + 1).filter(|_| rest.is_empty()) {
            rest = next.span.of(text);
        }
        if is_about(line, rest) {
            found = Some(index);
        }
        below += u64::from(pieces[index].prose());
        if below > most {
            break;
        }
    }
    found
}

/// Whether a line is `About NAME`, and the paragraph below begins with the name.
fn is_about(line: &str, paragraph: &str) -> bool {
    if line.split_whitespace().nth(ABOUT_WORDS).is_some() {
        return false;
    }
    let lower = line.to_lowercase();
    let Some(about) = ABOUT.iter().find(|about| lower.starts_with(**about)) else {
        return false;
    };
    let name = line.get(about.len()..).unwrap_or_default();
    let bare = |text: &str| {
        let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
        text.strip_prefix("the ").or(text.strip_prefix("The ")).unwrap_or(text).to_owned()
    };
    let first = |text: &str| {
        bare(text).split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned()
    };
    let proper = bare(name).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    proper && first(name) == first(paragraph)
}

fn call(piece: &Piece, line: &str) -> Option<Reason> {
    if piece.shape.width > CALL_WIDTH {
        return None;
    }
    let lower = line.to_lowercase();
    let found = CALLS.iter().find(|(words, _)| lower.contains(words));
    let asks = || ASKING.iter().any(|words| lower.contains(words));
    found.filter(|(words, _)| !NEWS.contains(words) || asks()).map(|(_, reason)| *reason)
}

/// `Ann Lee is a reporter …`.
fn is_about_author(line: &str, lower: &str, byline: Option<&str>) -> bool {
    if line.len() > TAIL_BYTES {
        return false;
    }
    for (named, word) in line.split_whitespace().enumerate() {
        if !word.starts_with(|c: char| c.is_uppercase() || c == '(' || c == '@') {
            let verb = matches!(word, "is" | "covers" | "writes" | "reports" | "hosts");
            let trade = || TRADES.iter().any(|trade| lower.contains(trade));
            let author = || {
                let name = byline.unwrap_or_default().to_lowercase();
                !name.is_empty() && lower.starts_with(&name)
            };
            return (2..=5).contains(&named) && verb && (trade() || author());
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publishers() {
        for (line, below, expected) in [
            ("About Saltby Nets", "Saltby Nets has made nets since 1871.", true),
            ("Über die Netzfabrik", "Die Netzfabrik macht Netze.", false),
            ("About The Echo", "The Echo is a weekly.", true),
            ("About the wall", "The wall was built in 1871.", false),
            ("About Saltby", "Nets are made there.", false),
        ] {
            assert_eq!(is_about(line, below), expected, "{line}");
        }
    }

    #[test]
    fn authors() {
        for (line, expected) in [
            ("Ann Lee is a reporter for The Paper.", true),
            ("Ann Lee covers harbours for The Paper.", true),
            ("Ann Lee is the mayor of the town.", false),
            ("The mayor is a former reporter.", false),
        ] {
            assert_eq!(is_about_author(line, &line.to_lowercase(), None), expected, "{line}");
        }
    }
}
