//! The wasm boundary in a real browser: what it takes, and the shape of what it gives back.
//! Run by `wasm-pack test --headless`; anywhere else this is empty.
#![cfg(all(test, target_arch = "wasm32"))]

use copydesk::wasm::{JsOwnNames, annotate_json, extract, read, tables, tag};
use js_sys::{Array, JSON, Object, Reflect, Uint32Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const ARTICLE: &str = "Bridge reopens in Lisbon\n\nBy Ana Example\n\n\
    Ana Example, the mayor of Lisbon, said on Friday that the bridge would reopen. 😀\n\n\
    “It is safe,” Example said.\n";

fn options(pairs: &[(&str, &str)]) -> JsValue {
    let object = Object::new();
    for (name, value) in pairs {
        Reflect::set(&object, &(*name).into(), &(*value).into()).unwrap();
    }
    object.into()
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}

fn numbers(object: &JsValue, name: &str) -> Vec<u32> {
    Uint32Array::from(field(object, name)).to_vec()
}

fn none() -> JsOwnNames {
    JsOwnNames::new(b"")
}

#[wasm_bindgen_test]
fn a_text_article_comes_back_flat() {
    let result =
        read(ARTICLE.as_bytes(), options(&[("id", "bridge"), ("input", "text")]), &none()).unwrap();
    assert_eq!(field(&result, "text").as_string().unwrap(), ARTICLE);
    let rest = field(&result, "rest");
    assert_eq!(field(&rest, "id").as_string().unwrap(), "bridge");
    let units = ARTICLE.encode_utf16().count() as u32;
    let blocks = numbers(&result, "blocks");
    assert!(!blocks.is_empty() && blocks.len().is_multiple_of(6));
    for block in blocks.chunks(6) {
        assert!(block[0] < block[1] && block[1] <= units);
    }
    let entities = numbers(&result, "entities");
    assert_eq!(entities.len() % 5, 0);
    for entity in entities.chunks(5) {
        assert!(entity[0] < entity[1] && entity[1] <= units);
    }
    assert_eq!(numbers(&result, "quotes").len() % 9, 0);
}

#[wasm_bindgen_test]
fn a_text_is_tagged_as_it_stands() {
    let text = "😀 Ana Example spoke in Lisbon.";
    let found = tag(text, &none());
    let units: Vec<u16> = text.encode_utf16().collect();
    let named: Vec<String> = found
        .chunks(4)
        .map(|one| String::from_utf16(&units[one[0] as usize..one[1] as usize]).unwrap())
        .collect();
    assert_eq!(named, ["Ana Example", "Lisbon"]);
    assert!(found.chunks(4).all(|one| one[2] < 18 && one[3] <= 1000));
    assert!(tag("", &none()).is_empty());
}

#[wasm_bindgen_test]
fn tables_name_every_number() {
    let tables = tables().unwrap();
    assert_eq!(Array::from(&field(&tables, "labels")).length(), 18);
    let roles = Array::from(&field(&tables, "roles"));
    let reasons = Array::from(&field(&tables, "reasons"));
    let result = read(ARTICLE.as_bytes(), JsValue::UNDEFINED, &none()).unwrap();
    for block in numbers(&result, "blocks").chunks(6) {
        assert!(block[2] < roles.length());
        assert!(block[4] < reasons.length() || block[3] == 1);
    }
    for reason in reasons.iter() {
        assert!(field(&reason, "sentence").as_string().is_some_and(|s| !s.is_empty()));
    }
}

#[wasm_bindgen_test]
fn json_is_the_command_lines() {
    let options = || options(&[("id", "bridge"), ("published", "2025-03-14")]);
    let json = annotate_json(ARTICLE.as_bytes(), options(), &none(), false).unwrap();
    let core = copydesk::Options {
        id: "bridge".to_owned(),
        published: Some("2025-03-14".to_owned()),
        ..copydesk::Options::default()
    };
    let document = copydesk::annotate(ARTICLE.as_bytes(), &core);
    assert_eq!(json, document.to_json(copydesk::span::OffsetUnit::CodePoint));
    assert!(
        annotate_json(ARTICLE.as_bytes(), options(), &none(), true).unwrap().contains("\"utf16\"")
    );
}

#[wasm_bindgen_test]
fn an_extract_is_the_command_lines() {
    let page = "<title>Bridge reopens</title><p>The bridge over the river reopened \u{1F600}.";
    let result = extract(page.as_bytes(), options(&[("id", "bridge")])).unwrap();
    assert_eq!(field(&result, "id").as_string().unwrap(), "bridge");
    assert!(field(&result, "byline").is_null());
    let core = copydesk::Options { id: "bridge".to_owned(), ..copydesk::Options::default() };
    let native = copydesk::extract(page.as_bytes(), &core);
    assert_eq!(field(&result, "articleBody").as_string().unwrap(), native.article_body());
    assert_eq!(String::from(JSON::stringify(&result).unwrap()), native.to_extract_json());
}

#[wasm_bindgen_test]
fn wrong_options_are_an_error_and_odd_input_is_not() {
    assert!(read(b"x", JsValue::from_str("not an object"), &none()).is_err());
    assert!(extract(b"x", JsValue::from_str("not an object")).is_err());
    for bytes in [&b""[..], b"\xff\xfe", b"\x00\x01\x02", b"<p", b"<div>".repeat(20_000).as_slice()]
    {
        assert!(read(bytes, JsValue::UNDEFINED, &none()).is_ok());
        assert!(extract(bytes, JsValue::UNDEFINED).is_ok());
    }
}

#[wasm_bindgen_test]
fn a_list_is_read_once_and_says_what_is_wrong() {
    let names = JsOwnNames::new(b"name,pattern,label\nLisbon,,FAC\n,a(,LAW\n,brid.e,PRODUCT\n");
    let problems = Array::from(&names.problems().unwrap());
    assert_eq!(problems.length(), 1);
    let problem = problems.get(0);
    for (name, number) in [("line", 3.0), ("column", 2.0), ("entry", 1.0)] {
        assert_eq!(field(&problem, name).as_f64(), Some(number), "{name}");
    }
    assert!(field(&problem, "message").as_string().is_some_and(|m| m.contains("character 2")));
    let entries = Array::from(&names.entries().unwrap());
    assert_eq!(entries.length(), 2);
    assert_eq!(field(&entries.get(1), "pattern").as_string().unwrap(), "brid.e");
    for _ in 0..2 {
        let result = read(ARTICLE.as_bytes(), JsValue::UNDEFINED, &names).unwrap();
        let whys = field(&result, "whys").as_string().unwrap();
        assert!(whys.contains("in your list of names") && whys.contains("your pattern 1"));
    }
    for file in [names.to_json(), names.to_csv()] {
        let again = JsOwnNames::new(file.as_bytes());
        assert_eq!(Array::from(&again.entries().unwrap()).length(), 2);
    }
}
