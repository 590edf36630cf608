//! Writes the address. Writes that the browser refuses are retried.

use leptos::prelude::*;
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::JsValue;

/// The wait before the first retry. Each further wait is twice as long.
const RETRY: Duration = Duration::from_secs(1);
/// The number of retries, which take 31 s in all. WebKit accepts 100 writes in 10 s, and before May 2023 in 30
/// s (webkit.org/b/257269). Some frames refuse every write.
const RETRIES: u32 = 5;

/// A change of the address. A field that is `None` leaves its part of the address as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Write {
    /// The query with its question mark, or an empty string for no query.
    pub query: Option<String>,
    /// The fragment with its `#`, or an empty string for no fragment.
    pub fragment: Option<String>,
    /// The state of the history entry: the encoding of the view that it is for.
    pub mark: Option<String>,
    pub entry: Entry,
}

/// Which history entry is written: the current one or a new one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Entry {
    #[default]
    Same,
    Another,
}

thread_local! {
    /// The write that the browser has refused, with the timer of its next retry.
    static WAITING: RefCell<Option<(Write, TimeoutHandle)>> = const { RefCell::new(None) };
    /// The fragment of the address that the app has last read or written.
    static KNOWN: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Writes the address, together with a write that the browser has refused before. If the reader has just
/// navigated, the fragment is not written: the app follows the reader's address.
pub fn write(write: Write) {
    let write = match WAITING.take() {
        Some((before, timer)) => {
            timer.clear();
            write.after(before)
        }
        None => write,
    };
    attempt(write, 0);
}

/// The query of the address, or of the write that waits for a retry.
pub fn query() -> String {
    let waiting = WAITING.with_borrow(|it| it.as_ref().and_then(|(write, _)| write.query.clone()));
    waiting.unwrap_or_else(|| window().location().search().unwrap_or_default())
}

/// The fragment with its `#`, or the fragment of the write that waits for a retry.
pub fn fragment() -> String {
    let waiting =
        WAITING.with_borrow(|it| it.as_ref().and_then(|(write, _)| write.fragment.clone()));
    waiting.or_else(location_hash).unwrap_or_default()
}

/// Accepts the address to which the reader has navigated. Cancels the write that waits for a retry.
pub fn accept() {
    if let Some((_, timer)) = WAITING.take() {
        timer.clear();
    }
    KNOWN.set(location_hash());
}

/// Whether the reader has navigated to an address that the app has not read yet, because the event for it is
/// still to come. A write would then replace the reader's address.
fn has_navigated() -> bool {
    KNOWN.with_borrow(|known| known.is_some() && *known != location_hash())
}

fn location_hash() -> Option<String> {
    window().location().hash().ok()
}

fn attempt(write: Write, retries: u32) {
    if write.fragment.is_some() && has_navigated() {
        return;
    }
    if write.send() {
        KNOWN.set(location_hash());
        return;
    }
    if retries == RETRIES {
        return;
    }
    let again = write.clone();
    let retry = move || {
        WAITING.take();
        attempt(again, retries + 1);
    };
    if let Ok(timer) = set_timeout_with_handle(retry, RETRY * 2_u32.pow(retries)) {
        WAITING.set(Some((write, timer)));
    }
}

impl Write {
    /// Merges two writes. Where both set the same field, this later one counts.
    fn after(self, before: Write) -> Write {
        let is_another = [self.entry, before.entry].contains(&Entry::Another);
        Write {
            query: self.query.or(before.query),
            fragment: self.fragment.or(before.fragment),
            mark: self.mark.or(before.mark),
            entry: if is_another { Entry::Another } else { Entry::Same },
        }
    }

    /// Passes the write to the browser. Returns false if the browser refuses it.
    fn send(&self) -> bool {
        let (Ok(history), location) = (window().history(), window().location()) else {
            return false;
        };
        let path = location.pathname().unwrap_or_default();
        let query = self.query.clone().or_else(|| location.search().ok()).unwrap_or_default();
        let fragment = self.fragment.clone().or_else(|| location.hash().ok()).unwrap_or_default();
        let mark = match &self.mark {
            Some(mark) => mark.as_str().into(),
            None => history.state().unwrap_or(JsValue::NULL),
        };
        let address = format!("{path}{query}{fragment}");
        let sent = match self.entry {
            Entry::Same => history.replace_state_with_url(&mark, "", Some(&address)),
            Entry::Another => history.push_state_with_url(&mark, "", Some(&address)),
        };
        sent.is_ok()
    }
}
