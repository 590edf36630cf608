//! A data table as CSV.

use crate::demos::Table;
use crate::text::number::exact;

/// The table after RFC 4180: a row of headings, then the numbers in full precision. A missing number is an
/// empty field.
///
/// The file begins with a byte order mark. Without one, spreadsheets read the headings in the code page of the
/// system.
pub fn csv(table: &Table) -> String {
    let mut text = "\u{feff}".to_owned();
    row(&mut text, table.columns.iter().map(|column| quoted(column)));
    for numbers in &table.rows {
        row(&mut text, numbers.iter().map(|number| number.map_or_else(String::new, exact)));
    }
    text
}

fn row(text: &mut String, fields: impl Iterator<Item = String>) {
    *text += &fields.collect::<Vec<_>>().join(",");
    *text += "\r\n";
}

/// A field, in quotes if it contains a separator or a quote.
fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::csv;
    use crate::demos::Table;

    #[test]
    fn fields_are_quoted_where_they_must_be() {
        let columns = ["x", "f(x), left", "the \"slope\"", "두 줄\n"].map(str::to_owned).to_vec();
        let rows = vec![
            vec![Some(0.1 + 0.2), None, Some(f64::NEG_INFINITY), Some(-1e-300)],
            vec![None, Some(1.0), None, None],
        ];
        let small = format!("-0.{}1", "0".repeat(299));
        let want = [
            "\u{feff}x,\"f(x), left\",\"the \"\"slope\"\"\",\"두 줄\n\"\r\n",
            &format!("0.30000000000000004,,-Infinity,{small}\r\n"),
            ",1,,\r\n",
        ];
        assert_eq!(csv(&Table { columns, rows }), want.concat());
    }
}
