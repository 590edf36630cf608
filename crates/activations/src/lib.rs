#![doc = include_str!("../README.md")]

pub mod activation;
pub mod facts;
pub mod functions;
pub mod numerics;
pub mod simd;

pub use activation::Activation;
pub use activation::Family;
pub use activation::Frameworks;
pub use activation::Function;
pub use activation::Kink;
pub use activation::Lesson;
pub use activation::MAX_PARAMETERS;
pub use activation::Parameter;
pub use activation::Source;
pub use facts::Facts;
pub use facts::Graph;
pub use facts::Limit;
pub use facts::Monotone;
pub use facts::Parity;
pub use facts::Range;
pub use facts::Shape;
pub use facts::Sides;
pub use facts::Smoothness;
pub use facts::Trend;
pub use functions::ALL;
