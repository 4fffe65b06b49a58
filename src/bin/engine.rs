//! The worker and the JavaScript interface.

fn main() {}
