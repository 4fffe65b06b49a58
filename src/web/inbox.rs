//! What is said to an application before it listens (收件箱): it is first drawn later than it is mounted.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

/// Keeps what comes in until somebody listens; clones are the same inbox.
pub struct Inbox<A>(Rc<RefCell<Waiting<A>>>);

struct Waiting<A> {
    listener: Option<Callback<A>>,
    early: Vec<A>,
}

impl<A> Default for Inbox<A> {
    fn default() -> Self {
        Self(Rc::new(RefCell::new(Waiting { listener: None, early: Vec::new() })))
    }
}

impl<A> Clone for Inbox<A> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<A> PartialEq for Inbox<A> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<A> Inbox<A> {
    /// Tells everything from now on, and what came before.
    pub fn listen(&self, listener: Callback<A>) {
        let early = std::mem::take(&mut self.0.borrow_mut().early);
        self.0.borrow_mut().listener = Some(listener.clone());
        early.into_iter().for_each(|action| listener.emit(action));
    }

    /// Puts something in.
    pub fn put(&self, action: A) {
        let listener = self.0.borrow().listener.clone();
        match listener {
            Some(listener) => listener.emit(action),
            None => self.0.borrow_mut().early.push(action),
        }
    }
}
