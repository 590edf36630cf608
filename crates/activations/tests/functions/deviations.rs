//! What frameworks do otherwise than a function's definition (`tests/reference/deviations.csv`).

const FILE: &str = include_str!("../../../../tests/reference/deviations.csv");

/// How far a framework's results are from the definition of the function with this id, on purpose or because it computes
/// with less precision. The error is relative to the larger of 1 and the result.
pub fn deviation(id: &str, framework: &str) -> f64 {
    let lines = FILE.lines().skip(1).map(|line| line.splitn(4, ',').collect::<Vec<_>>());
    let mut found = lines.filter(|cells| cells[..2] == [id, framework]);
    found.next().map_or(0.0, |cells| cells[2].parse().expect("a number"))
}
