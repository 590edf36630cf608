//! The last result of a long computation, reused while its input stays the same.

use std::cell::RefCell;
use std::rc::Rc;

/// The last thing that was worked out, with what it was worked out for. Scenes, words and numbers
/// of a demo are asked for one after the other, all for the same settings.
pub struct Memo<K, V>(RefCell<Option<(K, Rc<V>)>>);

impl<K: PartialEq, V> Memo<K, V> {
    pub const fn new() -> Self {
        Memo(RefCell::new(None))
    }

    /// What `make` gives for this key, made anew only when the last key was another.
    pub fn get(&self, key: K, make: impl FnOnce(&K) -> V) -> Rc<V> {
        if let Some((known, value)) = &*self.0.borrow()
            && *known == key
        {
            return Rc::clone(value);
        }
        let value = Rc::new(make(&key));
        *self.0.borrow_mut() = Some((key, Rc::clone(&value)));
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn only_another_key_makes_it_anew() {
        let (kept, made) = (Memo::new(), Cell::new(0));
        let get = |key: i32| {
            *kept.get(key, |key| {
                made.set(made.get() + 1);
                10 * key
            })
        };
        assert_eq!([get(1), get(1), get(2), get(1)], [10, 10, 20, 10]);
        assert_eq!(made.get(), 3);
    }
}
