use super::*;
use crate::confidence::Permille;
use proptest::prelude::*;

/// The text without its `[marks]`, and a date entity for each.
fn parse(marked: &str) -> (String, Vec<Entity>) {
    let mut text = String::new();
    let mut entities = Vec::new();
    for (index, part) in marked.split(['[', ']']).enumerate() {
        let start = text.len();
        text.push_str(part);
        if index % 2 == 1 {
            let time = part.ends_with('m') || part.contains(':');
            entities.push(Entity {
                span: ByteSpan::new(start, text.len()),
                label: if time { Label::Time } else { Label::Date },
                confidence: Permille(900),
                why: String::new(),
                own: None,
            });
        }
    }
    (text, entities)
}

fn values(marked: &str, published: Option<&str>) -> String {
    let (text, entities) = parse(marked);
    let found = resolve(&text, &entities, published);
    found.into_iter().map(|date| date.value).collect::<Vec<_>>().join(" ")
}

#[test]
fn against_publication() {
    // A Wednesday.
    let published = Some("2024-05-15");
    for (marked, expected) in [
        ("It rained on [Monday].", "2024-05-13"),
        ("It rained on [Wednesday].", "2024-05-15"),
        ("It rained [Thursday].", "2024-05-09"),
        ("The council will meet on [Thursday].", "2024-05-16"),
        ("The council said [Thursday] that it will meet.", "2024-05-09"),
        ("The council meets next [Wednesday].", "2024-05-22"),
        ("It rained [last Wednesday].", "2024-05-08"),
        ("[yesterday], [today] and [tomorrow]", "2024-05-14 2024-05-15 2024-05-16"),
        ("It rained [last night].", "2024-05-14"),
        ("[last week], [this month], [next year]", "2024-W19 2024-05 2025"),
        ("It closed [two years] ago.", "2022"),
        ("It closed [three months ago].", "2024-02"),
        ("It closed [ten days ago].", "2024-05-05"),
        ("It closed [two weeks ago].", "2024-W18"),
        ("It opened in [March].", "2024-03"),
        ("It opened in [December].", "2024-12"),
        ("It opens in [January], the mayor said.", "2024-01"),
        ("It will open in [January], the mayor said.", "2024-01"),
        ("It opened on [June 3].", "2024-06-03"),
        ("It will open on [3 June].", "2024-06-03"),
        ("They paid in the [first quarter].", "2024-01/2024-03"),
        ("by the [end of the year]", "2024-12-31"),
        ("on [New Year’s Eve] and [9/11]", "2023-12-31 2001-09-11"),
        ("at [10:30 p.m.] [Monday]", "2024-05-13T22:30 2024-05-13"),
        ("It lasted [three hours] over [30 days].", ""),
    ] {
        assert_eq!(values(marked, published), expected, "{marked}");
    }
    assert_eq!(values("It opens in [January].", Some("2024-10-09")), "2025-01");
    assert_eq!(values("It closed in [November].", Some("2024-01-20")), "2023-11");
}

#[test]
fn against_what_was_named() {
    for (marked, expected) in [
        ("In [1894] she came; [two years later] she left.", "1894 1896"),
        ("From [1890] to '[93], and [that year] again.", "1890 1893 1893"),
        ("Born in [May 1901]. In [October] the [same year] they moved.", "1901-05 1901-10 1901"),
        ("On [3 June 1944] they sailed; [the next day] they landed.", "1944-06-03 1944-06-04"),
        ("the [1930s], the [sixties] and the [19th century]", "193X 196X 18XX"),
        ("on [Tuesday]", ""),
    ] {
        assert_eq!(values(marked, None), expected, "{marked}");
    }
}

#[test]
fn a_date_line_stands_for_publication() {
    let marked = "Rain\nUpdated [Wednesday, May 15, 2024]\nIt rained on [Monday].";
    assert_eq!(values(marked, None), "2024-05-15 2024-05-13");
}

proptest! {
    #[test]
    fn one_value_an_entity(
        parts in proptest::collection::vec(
            "([0-9]{1,5}|[A-Z]?[a-z]{1,5}|last|year|May|Friday|ago|century|’|-|/|:| |é){1,6}", 0..12
        ),
        published in proptest::option::of("(0000|2024|9999)-(01|12)-(01|31)"),
    ) {
        let marked: String =
            parts.iter().enumerate().map(|(i, p)| if i % 2 == 1 { format!("[{p}]") } else { p.clone() }).collect();
        let (text, entities) = parse(&marked);
        let found = resolve(&text, &entities, published.as_deref());
        prop_assert!(found.windows(2).all(|pair| pair[0].entity < pair[1].entity));
        prop_assert!(found.iter().all(|date| date.entity < entities.len()));
    }
}
