//! What a page's JSON-LD says about its article.
//!
//! Takes the scripts' sources, gives an [`Article`]. No recursion: a stack walks the values.

use crate::blocks::html::{self, microdata};
use serde_json::Value;

/// The fields of the first article that has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Article {
    /// `headline`.
    pub(crate) headline: Option<String>,
    /// `author`, more than one joined by commas.
    pub(crate) author: Option<String>,
    /// `datePublished`.
    pub(crate) published: Option<String>,
    /// `publisher.name`.
    pub(crate) publisher: Option<String>,
    /// `inLanguage`.
    pub(crate) language: Option<String>,
    /// `articleBody`.
    pub(crate) body: Option<String>,
    /// Whether an article, and not only a page or a site, was described.
    pub(crate) is_article: bool,
    /// Whether a video was described by itself.
    pub(crate) is_video: bool,
    /// Whether the article has to be paid for.
    pub(crate) is_paid: bool,
}

/// Most values looked at in one page: far above any real one.
const MAX_VALUES: usize = 100_000;

/// Reads the scripts in order. One that is no JSON is passed over.
pub(crate) fn read(sources: &[String]) -> Article {
    let values: Vec<Value> = sources.iter().filter_map(|source| parse(source)).collect();
    let objects: Vec<&Fields> = values.iter().flat_map(objects).collect();
    let named: Vec<(&str, String)> = objects
        .iter()
        .filter_map(|fields| Some((fields.get("@id")?.as_str()?, text_of(fields.get("name")?)?)))
        .collect();
    let is_video = objects.iter().any(|fields| is_video(fields));
    let mut article = Article { is_video, ..Article::default() };
    for fields in objects.into_iter().filter(|fields| is_article(fields.get("@type"))) {
        article.is_article = true;
        article.is_paid |= is_paid(fields);
        fill(&mut article, fields, &named);
    }
    article
}

type Fields = serde_json::Map<String, Value>;

/// JSON, with line breaks inside its strings if need be, as careless templates leave them.
fn parse(source: &str) -> Option<Value> {
    let source = strip_comment(source);
    let broken = || source.replace(|c: char| c.is_control(), " ");
    serde_json::from_str(source).or_else(|_| serde_json::from_str(&broken())).ok()
}

/// The objects that can describe the page's article or whom it names, in order.
fn objects(value: &Value) -> Vec<&Fields> {
    let mut found = Vec::new();
    let mut stack = vec![value];
    for _ in 0..MAX_VALUES {
        match stack.pop() {
            None => break,
            Some(Value::Array(items)) => stack.extend(items.iter().rev()),
            Some(Value::Object(fields)) => {
                found.push(fields);
                let inner = ["mainEntity", "mainEntityOfPage", "@graph"];
                stack.extend(inner.iter().filter_map(|name| fields.get(*name)));
            }
            Some(_) => {}
        }
    }
    found
}

/// Sources wrapped in comments or CDATA, as old systems write them.
fn strip_comment(source: &str) -> &str {
    let source = source.trim();
    let source = source.strip_prefix("<!--").unwrap_or(source);
    let source = source.strip_suffix("-->").unwrap_or(source);
    let source = source.trim().strip_prefix("//<![CDATA[").unwrap_or(source);
    source.strip_suffix("//]]>").unwrap_or(source).trim().trim_end_matches(';')
}

fn is_article(kind: Option<&Value>) -> bool {
    let says = |value: &Value| value.as_str().is_some_and(microdata::is_article);
    match kind {
        Some(Value::Array(kinds)) => kinds.iter().any(says),
        Some(kind) => says(kind),
        None => false,
    }
}

fn is_video(fields: &Fields) -> bool {
    fields.get("@type").and_then(Value::as_str).is_some_and(|kind| kind == "VideoObject")
}

fn is_paid(fields: &Fields) -> bool {
    match fields.get("isAccessibleForFree") {
        Some(Value::Bool(free)) => !free,
        Some(Value::String(free)) => free.eq_ignore_ascii_case("false"),
        _ => false,
    }
}

fn fill(article: &mut Article, fields: &Fields, named: &[(&str, String)]) {
    let text = |name: &str| fields.get(name).and_then(text_of);
    let set = |slot: &mut Option<String>, value: Option<String>| {
        if slot.is_none() {
            *slot = value;
        }
    };
    set(&mut article.headline, text("headline").or_else(|| text("name")));
    set(
        &mut article.author,
        fields.get("author").or_else(|| fields.get("creator")).and_then(|who| names(who, named)),
    );
    set(&mut article.published, text("datePublished"));
    set(&mut article.publisher, fields.get("publisher").and_then(|who| names(who, named)));
    let language = |value: &Value| match value {
        Value::Object(fields) => {
            fields.get("alternateName").or(fields.get("name")).and_then(text_of)
        }
        Value::Array(values) => values.first().and_then(text_of),
        value => text_of(value),
    };
    set(&mut article.language, fields.get("inLanguage").and_then(language));
    set(&mut article.body, text("articleBody").or_else(|| updates(fields)));
}

/// The entries of a live blog, each with its heading.
fn updates(fields: &Fields) -> Option<String> {
    let updates = fields.get("liveBlogUpdate")?;
    let entries = updates.as_array().map_or(std::slice::from_ref(updates), Vec::as_slice);
    let parts = entries.iter().flat_map(|entry| {
        ["headline", "articleBody"].map(|name| entry.get(name).and_then(text_of))
    });
    let parts: Vec<String> = parts.flatten().collect();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

fn text_of(value: &Value) -> Option<String> {
    let text = value.as_str()?.trim();
    (!text.is_empty()).then(|| unescape(text))
}

/// Many systems escape their titles for HTML before they write them as JSON.
fn unescape(text: &str) -> String {
    let escaped = text.find('&').is_some_and(|at| text[at..].contains(';'));
    if escaped && !text.contains('<') { html::parse(text, false).text } else { text.to_owned() }
}

/// A name, an object with one or with the `@id` of a named one, or a list of these.
fn names(value: &Value, named: &[(&str, String)]) -> Option<String> {
    let by_id = |fields: &Fields| {
        let id = fields.get("@id")?.as_str()?;
        named.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone())
    };
    let one = |value: &Value| match value {
        Value::Object(fields) => fields.get("name").and_then(text_of).or_else(|| by_id(fields)),
        other => text_of(other),
    };
    match value {
        Value::Array(values) => {
            let mut found: Vec<String> = Vec::new();
            for name in values.iter().take(20).filter_map(one) {
                if !found.contains(&name) {
                    found.push(name);
                }
            }
            (!found.is_empty()).then(|| found.join(", "))
        }
        value => one(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_in_graphs() {
        let source = r#"{"@graph":[{"@type":"WebSite","name":"The Site"},{"@type":["NewsArticle"],
            "headline":"A bridge opens","author":[{"name":"Ann Lee"},"Bo Day"],
            "publisher":{"name":"The Paper"},"datePublished":"2024-05-06T07:08:09Z"}]}"#;
        let article = read(&["nonsense".to_owned(), source.to_owned()]);
        assert_eq!(article.headline.as_deref(), Some("A bridge opens"));
        assert_eq!(article.author.as_deref(), Some("Ann Lee, Bo Day"));
        assert_eq!(article.publisher.as_deref(), Some("The Paper"));
        assert!(article.is_article);
    }
}
