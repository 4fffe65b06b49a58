//! How long work takes: the time that the processor spent on it, so that a busy machine does not count.

use rayon::ThreadPoolBuilder;
use std::fs;
use std::time::{Duration, Instant};

/// The processor time of this thread so far, where the system says it.
fn processor() -> Option<Duration> {
    let schedule = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    schedule.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// The shortest of some runs of the work on one thread, by the processor's time, else by the clock's.
pub fn time(runs: u32, mut work: impl FnMut()) -> Duration {
    // What the engine would do on other threads is done on this one, whose time is taken. A second call finds it done.
    drop(ThreadPoolBuilder::new().num_threads(1).use_current_thread().build());
    let once = |_| {
        let (start, before) = (Instant::now(), processor());
        work();
        processor().zip(before).map_or_else(|| start.elapsed(), |(after, before)| after.saturating_sub(before))
    };
    (0..runs).map(once).min().unwrap_or_default()
}
