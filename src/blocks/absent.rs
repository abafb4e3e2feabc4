//! Why a page holds no article: what kind of page it is instead, in a code and a sentence.
//!
//! Takes what the markup says and the pieces with their verdicts; gives a warning. Words alone
//! decide only where little else is written: an article may speak of cookies and robots.

use super::classify::Verdict;
use super::html::tree::Tree;
use super::metadata::json_ld::Article;
use super::piece::{Kind, Piece};
use super::reason::Reason;
use crate::span::ByteSpan;
use crate::warning::{Warning, WarningCode};

/// What a page's markup says of its kind.
#[derive(Clone, Debug, Default)]
pub(super) struct Signs {
    /// `<title>`, in lower case.
    title: String,
    /// It says that it is an article.
    article: bool,
    /// It says that its article has to be paid for.
    paid: bool,
    /// It says that it is a video, or holds a player.
    film: bool,
    player: bool,
    /// It asks for a password.
    password: bool,
    /// A frame holds a document that is not here.
    framed: bool,
    /// What is read without scripts asks for them.
    scripted: bool,
}

impl Signs {
    /// Reads the signs.
    pub(super) fn new(tree: &Tree, article: &Article) -> Self {
        let kind = tree.metas.iter().find(|meta| meta.name == "og:type");
        let kind = kind.map_or("", |meta| meta.content.as_str());
        Self {
            title: tree.title.to_lowercase(),
            article: article.is_article || kind.eq_ignore_ascii_case("article"),
            paid: article.is_paid,
            film: article.is_video || kind.to_ascii_lowercase().starts_with("video"),
            player: tree.player,
            password: tree.password,
            framed: tree.framed,
            scripted: tree.inner.iter().any(|source| says(&source.to_lowercase(), &SCRIPT)),
        }
    }
}

/// Longest page, in bytes, whose words say what it is.
const SMALL: usize = 4000;

/// Titles of other articles, nearly all of them links, that make a page a list of them.
const FEWEST_TITLES: usize = 8;

/// Most titles beside a video: front pages hold players, too.
const MOST_BESIDE: usize = 30;

/// Words of such a title.
const TITLE_WORDS: std::ops::RangeInclusive<u32> = 4..=25;

/// Running text, in letters, below which an article that has to be paid for is its beginning.
const BEGINNING: u32 = 1500;

/// Why there is no article, where hardly any running text was kept.
pub(super) fn why(
    signs: &Signs,
    text: &str,
    pieces: &[Piece],
    verdicts: &[Verdict],
) -> Option<Warning> {
    // A few lines can be all of an article, if the page says that it is one.
    let brief = kept(pieces, verdicts) >= BRIEF;
    let heads = by_words(&spoken(signs, text, pieces, false));
    if brief && (signs.article || (heads.is_none() && is_whole(pieces, verdicts))) {
        return None;
    }
    let spoken = spoken(signs, text, pieces, text.len() <= SMALL);
    let titles = pieces.iter().filter(|piece| is_linked_title(piece)).count();
    let code = if let Some(code) = by_words(&spoken) {
        code
    } else if signs.scripted && text.len() <= SMALL {
        WarningCode::ScriptNeeded
    } else if signs.password {
        WarningCode::LoginPage
    } else if signs.paid {
        WarningCode::Paywall
    } else if signs.film || (signs.player && titles <= MOST_BESIDE) {
        WarningCode::VideoPage
    } else if titles >= FEWEST_TITLES {
        WarningCode::FrontPage
    } else if is_notice(text, pieces, verdicts) {
        WarningCode::ConsentPage
    } else if signs.framed {
        WarningCode::Framed
    } else if pieces.is_empty() {
        return None;
    } else {
        WarningCode::NoArticle
    };
    Some(warning(code))
}

/// Whether nearly all that is written is kept.
fn is_whole(pieces: &[Piece], verdicts: &[Verdict]) -> bool {
    let width = |(piece, _): (&Piece, &Verdict)| piece.shape.width;
    let all: u32 = pieces.iter().zip(verdicts).map(width).sum();
    let kept = pieces.iter().zip(verdicts).filter(|(_, verdict)| verdict.keep);
    kept.map(width).sum::<u32>() * 100 >= all * WHOLE_SHARE
}

/// Share of a page, in hundredths, that is kept of a few lines that are all of it.
const WHOLE_SHARE: u32 = 95;

/// Running text that is kept, in letters.
fn kept(pieces: &[Piece], verdicts: &[Verdict]) -> u32 {
    let kept = pieces.iter().zip(verdicts).filter(|(_, verdict)| verdict.keep);
    kept.map(|(piece, _)| piece.prose()).sum()
}

/// Running text, in letters, that can be a whole article.
const BRIEF: u32 = 60;

/// What is to be said of a page with running text: a list of articles, each with a few lines, or the
/// beginning of one.
pub(super) fn doubt(
    signs: &Signs,
    text: &str,
    pieces: &[Piece],
    verdicts: &[Verdict],
) -> Option<Warning> {
    let walled = || {
        let last = verdicts.iter().rposition(|verdict| verdict.keep).unwrap_or(0);
        let below = pieces[last..].iter().take(WALL_REACH).map(|piece| piece.span.of(text));
        below.into_iter().any(|line| line.len() <= WALL_BYTES && says(&line.to_lowercase(), &PAID))
    };
    if kept(pieces, verdicts) < BEGINNING && (signs.paid || walled()) {
        return Some(warning(WarningCode::Partial));
    }
    (!signs.article && listed(pieces, verdicts)).then(|| warning(WarningCode::FrontPage))
}

/// Whether most of the paragraphs that are kept stand each right under a title that is a link.
fn listed(pieces: &[Piece], verdicts: &[Verdict]) -> bool {
    let (mut teasers, mut all) = (0, 0);
    let mut titled = false;
    for (piece, verdict) in pieces.iter().zip(verdicts) {
        if piece.prose() == 0 {
            // A label or a day may stand between a title and its lines.
            let label = piece.shape.words < *TITLE_WORDS.start();
            titled = is_linked_title(piece) || (titled && label);
        } else {
            all += usize::from(verdict.keep);
            teasers += usize::from(verdict.keep && titled);
            titled = false;
        }
    }
    teasers >= FEWEST_TEASERS && teasers * 2 >= all
}

/// Fewest paragraphs under such titles that make a page a list of articles.
const FEWEST_TEASERS: usize = 4;

/// How far below the text, in blocks, and how long, in bytes, is the line that bars the rest.
const WALL_REACH: usize = 8;
const WALL_BYTES: usize = 300;

/// Title and headings, or everything, in lower case.
fn spoken(signs: &Signs, text: &str, pieces: &[Piece], all: bool) -> String {
    let mut spoken = signs.title.clone();
    for piece in pieces {
        if all || matches!(piece.kind, Kind::Heading(1 | 2)) {
            spoken.push('\n');
            spoken += &piece.span.of(text).to_lowercase();
        }
    }
    spoken
}

/// What the words of a page with hardly any text say it is.
fn by_words(spoken: &str) -> Option<WarningCode> {
    let code = spoken.split(|c: char| !c.is_alphanumeric()).any(|word| STATUS.contains(&word));
    let kinds: [(bool, WarningCode); 4] = [
        (says(spoken, &ROBOT), WarningCode::RobotCheck),
        (says(spoken, &SCRIPT), WarningCode::ScriptNeeded),
        (code || says(spoken, &MISSING), WarningCode::ErrorPage),
        (says(spoken, &PAID), WarningCode::Paywall),
    ];
    kinds.iter().find(|(is, _)| *is).map(|(_, code)| *code)
}

fn says(lower: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| lower.contains(phrase))
}

fn is_linked_title(piece: &Piece) -> bool {
    piece.link >= 60 && TITLE_WORDS.contains(&piece.shape.words)
}

/// Whether most of what is written is about cookies.
fn is_notice(text: &str, pieces: &[Piece], verdicts: &[Verdict]) -> bool {
    let about = |piece: &Piece| piece.span.of(text).to_lowercase().contains("cookie");
    let (mut notice, mut all) = (0, 0);
    for (piece, verdict) in pieces.iter().zip(verdicts) {
        all += piece.shape.width;
        if verdict.reason == Reason::Notice || about(piece) {
            notice += piece.shape.width;
        }
    }
    notice * 2 > all
}

/// Status codes that servers send instead of a page.
const STATUS: [&str; 6] = ["403", "404", "410", "500", "502", "503"];

/// A page that is not there, or may not be seen.
const MISSING: [&str; 36] = [
    "not found",
    "cannot be found",
    "cannot find",
    "can't find",
    "couldn't find",
    "could not be found",
    "does not exist",
    "doesn't exist",
    "no longer available",
    "no longer exists",
    "server error",
    "bad gateway",
    "service unavailable",
    "temporarily unavailable",
    "access denied",
    "forbidden",
    "nicht gefunden",
    "existiert nicht",
    "nicht mehr verfügbar",
    "introuvable",
    "n'existe pas",
    "no encontrad",
    "no existe",
    "non trovata",
    "não encontrad",
    "niet gevonden",
    "nie znaleziono",
    "не найден",
    "не знайден",
    "nenalezen",
    "hittades inte",
    "bulunamadı",
    "δεν βρέθηκε",
    "غير موجود",
    "找不到",
    "見つかりません",
];

/// A check for programs that fetch pages.
const ROBOT: [&str; 18] = [
    "a robot",
    "you are human",
    "you're human",
    "captcha",
    "checking your browser",
    "unusual traffic",
    "just a moment...",
    "kein roboter",
    "ein mensch sind",
    "pas un robot",
    "êtes humain",
    "un robot",
    "es humano",
    "um robô",
    "не робот",
    "robot olmad",
    "机器人",
    "ロボットではありません",
];

/// A page that shows nothing without scripts.
const SCRIPT: [&str; 24] = [
    "enable javascript",
    "enable js",
    "javascript is disabled",
    "javascript is not",
    "javascript is required",
    "requires javascript",
    "turn on javascript",
    "without javascript",
    "javascript aktivieren",
    "javascript ist",
    "aktivieren sie javascript",
    "activer javascript",
    "activez javascript",
    "activar javascript",
    "active javascript",
    "habilite javascript",
    "habilite o javascript",
    "habilitar javascript",
    "abilita javascript",
    "javascript inschakelen",
    "włącz javascript",
    "включите javascript",
    "javascriptを有効",
    "启用 javascript",
];

/// What stands where the rest has to be paid for.
const PAID: [&str; 24] = [
    "to continue reading",
    "to keep reading",
    "to read the full",
    "to read this article",
    "continue reading with",
    "already a subscriber",
    "already subscribed",
    "for subscribers",
    "subscribers only",
    "subscriber-only",
    "exclusive to subscribers",
    "für abonnenten",
    "abonnenten lesen",
    "weiterlesen mit",
    "réservé aux abonnés",
    "réservé à nos abonnés",
    "pour lire la suite",
    "para suscriptores",
    "riservato agli abbonati",
    "para assinantes",
    "voor abonnees",
    "dla prenumeratorów",
    "dla subskrybentów",
    "для подписчиков",
];

fn warning(code: WarningCode) -> Warning {
    let message = match code {
        WarningCode::FrontPage => {
            "No article here: this is a front page or a list of articles. Open one of them."
        }
        WarningCode::VideoPage => "No article here: this is the page of a video.",
        WarningCode::Paywall => {
            "No article here: it is for subscribers, and the page leaves it out."
        }
        WarningCode::Partial => {
            "Perhaps only the beginning of the article is here: the rest is for subscribers."
        }
        WarningCode::ErrorPage => {
            "No article here: the site says that the page is missing or cannot be shown."
        }
        WarningCode::ScriptNeeded => {
            "No article here: the page gets its text by script. Copy it from the browser."
        }
        WarningCode::RobotCheck => {
            "No article here: the site asked whether a person or a program is reading."
        }
        WarningCode::LoginPage => "No article here: the page asks you to log in.",
        WarningCode::ConsentPage => "No article here: the page asks for consent to cookies.",
        WarningCode::Framed => {
            "No article here: it stands in a frame. Open the frame by itself and save that."
        }
        _ => "No article here: nothing looks like the running text of one.",
    };
    Warning { code, message: message.to_owned(), span: ByteSpan::default() }
}
