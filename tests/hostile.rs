//! Files that mean harm, or that were damaged on their way: each is refused, or read, within a second, in little memory, and
//! with a sentence.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a broken promise must fail loudly

#[path = "hostile/container.rs"]
mod container;
#[path = "hostile/docx.rs"]
mod docx;
#[path = "hostile/memory.rs"]
mod memory;
#[path = "hostile/pdf.rs"]
mod pdf;
#[path = "hostile/sheet.rs"]
mod sheet;

use std::time::{Duration, Instant};

use gouji::document::Document;
use gouji::reader::{Limits, ReadError, Session};

/// What a reading may take of memory beside the file itself.
const MOST_MEMORY: usize = 300 * 1024 * 1024;

/// Reads a file and holds the reading to its time and memory. Without optimisation it may take ten times as long.
fn measured(name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    let most = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });
    let began = Instant::now();
    let before = busy(began);
    let (result, memory) =
        memory::most(|| gouji::read(name, bytes, &mut Session::new(Limits::default(), &mut |_| true)));
    let took = busy(began).saturating_sub(before);
    assert!(took < most, "{name} took {took:?}");
    assert!(memory < MOST_MEMORY, "{name} took {memory} bytes");
    if let Err(error) = &result {
        let sentence = error.message();
        assert!(sentence.chars().count() > 8 && !sentence.is_ascii(), "{name} says why");
    }
    result
}

/// What becomes of a file: the word of its error, or `read`.
fn outcome(name: &str, bytes: &[u8]) -> &'static str {
    measured(name, bytes).map_or_else(|error| error.code(), |_| "read")
}

/// For how long this thread has been at work, whatever else the machine does.
fn busy(began: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| began.elapsed(), Duration::from_nanos)
}

/// The measures themselves can fail.
#[test]
fn memory_is_counted() {
    let (_, most) = memory::most(|| vec![1_u8; 5_000_000].len());
    assert!((5_000_000..6_000_000).contains(&most), "{most}");
    let (_, most) = memory::most(|| (0..100).map(|_| vec![1_u8; 5_000_000].len()).sum::<usize>());
    assert!((5_000_000..11_000_000).contains(&most), "{most}");
}
