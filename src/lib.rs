//! Copydesk reads a news article and says what is in it.
//!
//! Data flows one way, and each step is a module that takes the plain types of the one before:
//! [`text`] (bytes to text) → [`blocks`] (headline, paragraphs, boilerplate) → [`tokens`]
//! (sentences and words) → [`entities`] (people, organisations, places, dates …) →
//! [`clusters`] (which mentions are the same one) → [`quotes`] (who said what) →
//! [`dates`] (which day) → [`document`] (the annotation document, the only module that knows JSON).
//!
//! No step fails on any input: what a step could not do it reports as a [`warning::Warning`].
//! The same code runs natively and in WebAssembly and gives the same bytes.

pub mod blocks;
mod calendar;
pub mod clusters;
pub mod confidence;
pub mod dates;
pub mod document;
pub mod entities;
mod fold;
pub mod language;
pub mod quotes;
pub mod span;
pub mod text;
pub mod tokens;
#[cfg(feature = "train")]
pub mod train;
pub mod warning;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
mod word_list;

pub use document::{Document, Options, annotate, extract, tag};
