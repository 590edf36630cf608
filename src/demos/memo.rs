//! The last result of a long computation, reused while its input stays the same.

use std::cell::RefCell;
use std::rc::Rc;

/// A result together with its key. The pictures, sentences and numbers of a demo are computed one after the
/// other from the same settings, so that remembering the last result is enough.
pub struct Memo<K, V>(RefCell<Option<(K, Rc<V>)>>);

impl<K: PartialEq, V> Memo<K, V> {
    pub const fn new() -> Self {
        Memo(RefCell::new(None))
    }

    /// The result of `make` for this key. `make` is called only if the key differs from the last one.
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
        let (memo, made) = (Memo::new(), Cell::new(0));
        let get = |key: i32| {
            *memo.get(key, |key| {
                made.set(made.get() + 1);
                10 * key
            })
        };
        assert_eq!([get(1), get(1), get(2), get(1)], [10, 10, 20, 10]);
        assert_eq!(made.get(), 3);
    }
}
