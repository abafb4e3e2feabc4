//! Where a page stands on the web: the host of its own address, or else of most of its links.
//!
//! A page copied in a browser has no head, but its links name their hosts in full.

use super::tokens::{Attr, Attrs};

/// Fewest links with a host from which the page's own can be told.
const FEWEST_LINKS: u32 = 5;

/// Most hosts that are counted; links to others count against them.
const MOST_HOSTS: usize = 40;

/// Counts hosts.
#[derive(Debug, Default)]
pub(super) struct Hosts {
    canonical: Option<String>,
    /// How many links lead to each host, in the order of their first one.
    counts: Vec<(String, u32)>,
    links: u32,
}

impl Hosts {
    /// An element without content: `<link rel=canonical>` names the page's address.
    pub(super) fn canonical(&mut self, attrs: &Attrs) {
        let rel = attrs.get(Attr::Rel).unwrap_or_default();
        if rel.eq_ignore_ascii_case(b"canonical") && self.canonical.is_none() {
            self.canonical = attrs.get(Attr::Href).and_then(host);
        }
    }

    /// A link.
    pub(super) fn link(&mut self, attrs: &Attrs) {
        let Some(host) = attrs.get(Attr::Href).and_then(host) else {
            return;
        };
        self.links += 1;
        match self.counts.iter().position(|(known, _)| *known == host) {
            Some(at) => self.counts[at].1 += 1,
            None if self.counts.len() < MOST_HOSTS => self.counts.push((host, 1)),
            None => {}
        }
    }

    /// The page's host: the one it names, or one that two thirds of the links lead to.
    pub(super) fn settle(self) -> Option<String> {
        let most = |(_, count): &(String, u32)| {
            self.links >= FEWEST_LINKS && u64::from(*count) * 3 >= u64::from(self.links) * 2
        };
        self.canonical.or_else(|| self.counts.into_iter().find(most).map(|(host, _)| host))
    }
}

/// The host of an address with a scheme, in small letters and without `www.`.
pub(crate) fn host(address: &[u8]) -> Option<String> {
    let address = std::str::from_utf8(address).ok()?.trim().to_ascii_lowercase();
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let plain = host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    (plain && host.contains('.') && host.len() <= 100).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        for (address, expected) in [
            ("https://www.Example.com/a?b", Some("example.com")),
            ("http://news.example.co.uk:8080", Some("news.example.co.uk")),
            ("https://localhost/", None),
            ("https://a b.com/", None),
            ("/a/b", None),
            ("mailto:desk@example.com", None),
        ] {
            assert_eq!(host(address.as_bytes()).as_deref(), expected, "{address}");
        }
    }

    #[test]
    fn pages() {
        let own = "<a href=https://example.com/a>A</a>";
        let other = "<a href=https://elsewhere.org/>B</a>";
        for (source, expected) in [
            ("<link rel=canonical href='https://example.com/a'>".to_owned(), Some("example.com")),
            (format!("{}{other}", own.repeat(5)), Some("example.com")),
            (format!("{}{}", own.repeat(5), other.repeat(3)), None),
            (own.repeat(4), None),
        ] {
            assert_eq!(super::super::parse(&source, false).host.as_deref(), expected, "{source}");
        }
    }
}
