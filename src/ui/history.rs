//! Writing the address, as soon as the browser lets it.

use leptos::prelude::*;
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::JsValue;

/// How long the first retry waits; each further one waits twice as long.
const RETRY: Duration = Duration::from_secs(1);
/// How many there are: 31 s in all. WebKit takes 100 writes in 10 s, older versions in 30 s. Some frames take none at all.
const RETRIES: u32 = 5;

/// What is to become of the address. What is None stays as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Write {
    /// The query with its question mark, or nothing at all.
    pub query: Option<String>,
    /// The fragment with its `#`, or nothing at all.
    pub fragment: Option<String>,
    /// The state of the entry: the view that it is for.
    pub mark: Option<String>,
    pub entry: Entry,
}

/// Which entry of the history is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Entry {
    #[default]
    Same,
    Another,
}

thread_local! {
    /// What the browser has refused, with the timer of the next try.
    static WAITING: RefCell<Option<(Write, TimeoutHandle)>> = const { RefCell::new(None) };
}

/// Writes the address, together with what the browser has refused before.
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

/// The query as it is, or as it will be once the browser takes it.
pub fn query() -> String {
    let waiting = WAITING.with_borrow(|it| it.as_ref().and_then(|(write, _)| write.query.clone()));
    waiting.unwrap_or_else(|| window().location().search().unwrap_or_default())
}

/// The fragment with its `#`, in the same way.
pub fn fragment() -> String {
    let waiting =
        WAITING.with_borrow(|it| it.as_ref().and_then(|(write, _)| write.fragment.clone()));
    waiting.unwrap_or_else(|| window().location().hash().unwrap_or_default())
}

/// Forgets what the browser has refused: the reader has gone somewhere else since.
pub fn forget() {
    if let Some((_, timer)) = WAITING.take() {
        timer.clear();
    }
}

fn attempt(write: Write, retries: u32) {
    if write.send() || retries == RETRIES {
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
    /// Both of two writes in one.
    fn after(self, before: Write) -> Write {
        let is_another = [self.entry, before.entry].contains(&Entry::Another);
        Write {
            query: self.query.or(before.query),
            fragment: self.fragment.or(before.fragment),
            mark: self.mark.or(before.mark),
            entry: if is_another { Entry::Another } else { Entry::Same },
        }
    }

    /// Hands it to the browser; false where it is refused.
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
