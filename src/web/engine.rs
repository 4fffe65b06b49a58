//! The page's handle on the engine (引擎句柄): lanes that share one line of jobs.
//!
//! The engine is a module of its own. One lane does what a person does with one document; where many wait and the machine has
//! the processors for it, the others come to help and go home when nothing waits.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;

use super::host::Host;
use super::job::{Job, LANES, Queue};
use super::lane::{Lane, OnOutcome};

/// How long the lanes begin nothing while the page draws what came all at once: a few paintings.
const REST_MILLISECONDS: u32 = 240;

/// The page's handle on the engine (引擎句柄); clones are handles on the same engine.
#[derive(Clone)]
pub struct Engine {
    queue: Rc<RefCell<Queue>>,
    lanes: Rc<[Rc<Lane>; LANES]>,
    /// Runs while the lanes rest.
    rest: Rc<RefCell<Option<Timeout>>>,
}

impl PartialEq for Engine {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.lanes, &other.lanes)
    }
}

impl Engine {
    /// Starts the engine and returns at once; jobs may be asked before it is ready.
    #[must_use]
    pub fn start(host: &Host, on_outcome: &OnOutcome) -> Self {
        let queue = Rc::<RefCell<Queue>>::default();
        let lane = |number| Lane::new(number, host.clone(), on_outcome.clone(), Rc::clone(&queue));
        let lanes: [Rc<Lane>; LANES] = std::array::from_fn(lane);
        lanes[0].launch();
        Self { queue, lanes: Rc::new(lanes), rest: Rc::default() }
    }

    /// Leaves the processors to the page for a moment: what is being done is ended, what waits begins after it.
    pub fn rest(&self) {
        self.queue.borrow_mut().is_resting = true;
        let (queue, lanes) = (Rc::clone(&self.queue), Rc::clone(&self.lanes));
        let rest = Timeout::new(REST_MILLISECONDS, move || {
            queue.borrow_mut().is_resting = false;
            lanes.iter().for_each(Lane::pump);
        });
        drop(self.rest.replace(Some(rest)));
    }

    /// Sets what is asked from now on, in this order. A file that is no longer asked about is not read to its end.
    pub fn want(&self, jobs: Vec<Job>) {
        let over = self.queue.borrow_mut().want(jobs);
        for (number, (lane, is_over)) in self.lanes.iter().zip(over).enumerate() {
            if is_over {
                lane.break_off();
            }
            lane.pump();
            // One document is never worth a second engine, though the first is still on its way.
            if self.queue.borrow().needs(number) && has_processors() {
                lane.call();
            }
        }
    }
}

/// Whether lanes gain anything by running side by side.
fn has_processors() -> bool {
    web_sys::window().is_some_and(|window| window.navigator().hardware_concurrency() > 1.0)
}
