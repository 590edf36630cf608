//! Code in pieces of the WebAssembly that are loaded when they are needed.
//!
//! `cargo xtask build` compiles with the feature `split` and makes a file of each piece. Without the feature, all
//! code is in one file.

use std::pin::Pin;
use std::sync::OnceLock;

/// A piece could not be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Missing
    }
}

/// The end of a download.
pub type Loading<T> = Pin<Box<dyn Future<Output = Result<&'static T, Missing>>>>;

/// A value whose code may be in a piece. [`piece!`](crate::piece) declares one.
#[derive(Debug)]
pub enum Piece<T: 'static> {
    /// The code is in the main file.
    Here(&'static T),
    /// The code is in a piece.
    Apart {
        /// Loads the piece, unless it has been loaded before.
        load: fn() -> Loading<T>,
        /// The value after the piece has been loaded.
        loaded: OnceLock<&'static T>,
    },
}

impl<T: Sync> Piece<T> {
    /// A value in a piece.
    pub const fn apart(load: fn() -> Loading<T>) -> Self {
        Piece::Apart { load, loaded: OnceLock::new() }
    }

    /// The value, if its code is here.
    pub fn get(&self) -> Option<&'static T> {
        match self {
            Piece::Here(value) => Some(value),
            Piece::Apart { loaded, .. } => loaded.get().copied(),
        }
    }

    /// The value, after its piece has been loaded.
    ///
    /// # Errors
    ///
    /// When the piece cannot be loaded. A later call tries again.
    pub async fn load(&self) -> Result<&'static T, Missing> {
        match self {
            Piece::Here(value) => Ok(value),
            Piece::Apart { load, loaded } => {
                let value = load().await?;
                Ok(loaded.get_or_init(|| value))
            }
        }
    }
}

/// Declares a static [`Piece`](crate::split::Piece): `piece! { static NAME: Type = name_of_the_piece(value); }`.
/// The code that only the value refers to is in that piece.
#[macro_export]
macro_rules! piece {
    ($(#[$attribute:meta])* $vis:vis static $name:ident: $type:ty = $piece:ident($value:expr);) => {
        $(#[$attribute])*
        $vis static $name: $crate::split::Piece<$type> = {
            static VALUE: $type = $value;
            #[cfg(feature = "split")]
            {
                #[::wasm_split_helpers::wasm_split($piece, fallible)]
                fn $piece() -> Result<&'static $type, $crate::split::Missing> {
                    Ok(&VALUE)
                }
                $crate::split::Piece::apart(|| Box::pin($piece()))
            }
            #[cfg(not(feature = "split"))]
            {
                $crate::split::Piece::Here(&VALUE)
            }
        };
    };
}
