//! The hues of the functions that a view shows.

use activations::Activation;

/// The number of hues, and so of functions that one view can show.
pub const HUES: usize = 8;
/// The hue of the difference of two functions. It belongs to no function and is the colour of ink.
pub const DIFFERENCE: usize = HUES;

/// The function of each hue. A function of the lesson has its permanent hue. The others get one of the free hues
/// for as long as they are shown. The same functions always get the same hues.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette([Option<&'static Activation>; HUES]);

impl Palette {
    /// The hues of these functions. From the ninth function on there is none left.
    pub fn of(shown: impl IntoIterator<Item = &'static Activation>) -> Self {
        let mut palette = Palette([None; HUES]);
        let mut others = Vec::new();
        for function in shown {
            match function.lesson {
                Some(lesson) => palette.0[lesson.colour] = Some(function),
                None => others.push(function),
            }
        }
        // The order of the ids makes the hues independent of the order in which the functions were chosen.
        while let Some(next) = (0..others.len()).min_by_key(|&place| others[place].id) {
            let function = others.swap_remove(next);
            let first = preferred(function.id);
            let mut hues = (first..HUES).chain(0..first);
            let free = hues.find(|&hue| palette.0[hue].is_none_or(|taken| taken == function));
            if let Some(hue) = free {
                palette.0[hue] = Some(function);
            }
        }
        palette
    }

    /// The hue of a function; `None` if it is not shown.
    pub fn hue(&self, function: &Activation) -> Option<usize> {
        self.0.iter().position(|shown| *shown == Some(function))
    }

    /// The hue of a function in a list to choose from: its hue if it is shown, else its permanent one if it has
    /// one.
    pub fn offered(&self, function: &Activation) -> Option<usize> {
        self.hue(function).or(function.lesson.map(|lesson| lesson.colour))
    }

    /// The hue of one of the functions that are shown.
    ///
    /// # Panics
    /// If it is not shown, or is one function too many.
    pub fn shown(&self, function: &Activation) -> usize {
        self.hue(function).expect("a view shows no more functions than there are hues")
    }

    /// The function that is shown in this hue.
    pub fn function(&self, hue: usize) -> Option<&'static Activation> {
        self.0.get(hue).copied().flatten()
    }
}

/// The class of an element with this hue. The style sheets define these classes.
pub fn class(hue: Option<usize>) -> String {
    hue.map_or_else(|| "series-none".to_owned(), |hue| format!("series-{hue}"))
}

/// The hue of a function that is shown without others.
pub fn alone(function: &Activation) -> usize {
    function.lesson.map_or_else(|| preferred(function.id), |lesson| lesson.colour)
}

/// The hue that a function gets if it is free. It depends on the id alone, so that a function seldom changes its
/// hue when another one is added.
fn preferred(id: &str) -> usize {
    id.bytes().fold(0, |sum, byte| (31 * sum + usize::from(byte)) % HUES)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A function of the library: without a place in the lesson.
    fn other(id: &'static str) -> &'static Activation {
        let identity = activations::functions::identity::ACTIVATION;
        Box::leak(Box::new(Activation { id, lesson: None, ..identity }))
    }

    #[test]
    fn the_lesson_s_hues_are_permanent_and_differ() {
        let lesson = || activations::ALL.iter().filter(|function| function.lesson.is_some());
        let palette = Palette::of(lesson());
        for function in lesson() {
            let colour = function.lesson.map(|lesson| lesson.colour);
            assert_eq!(palette.hue(function), colour, "{}", function.id);
            assert_eq!(Palette::of([function]).hue(function), colour, "{}", function.id);
        }
    }

    #[test]
    fn others_get_the_free_hues_in_any_order() {
        let relu = Activation::find("relu").expect("ReLU is listed");
        let some = ["gelu", "mish", "silu", "softplus", "sine", "snake", "celu"].map(other);
        let palette = Palette::of(some.into_iter().chain([relu]));
        assert_eq!(palette, Palette::of([relu].into_iter().chain(some.into_iter().rev())));
        let mut hues: Vec<_> = some.iter().chain([&relu]).map(|one| palette.hue(one)).collect();
        hues.sort_unstable();
        assert_eq!(hues, (0..HUES).map(Some).collect::<Vec<_>>());
        assert!((0..HUES).all(|hue| palette.hue(palette.function(hue).unwrap()) == Some(hue)));
    }

    #[test]
    fn a_ninth_function_has_no_hue() {
        let nine = ["a", "b", "c", "d", "e", "f", "g", "h", "i"].map(other);
        let palette = Palette::of(nine);
        assert_eq!(nine.iter().filter(|one| palette.hue(one).is_none()).count(), 1);
        assert_eq!(palette.function(HUES), None);
        assert_eq!(palette.hue(other("j")), None);
    }

    #[test]
    fn a_function_keeps_its_hue_when_others_come_that_want_another() {
        let (gelu, mish) = (other("gelu"), other("mish"));
        assert_ne!(preferred("gelu"), preferred("mish"));
        assert_eq!(Palette::of([gelu]).hue(gelu), Some(alone(gelu)));
        assert_eq!(Palette::of([gelu, mish]).hue(gelu), Some(alone(gelu)));
    }
}
