//! Prints the code of the expressions on standard input, one a line: for each expression and each language a line of JSON.
//! `tests/reference/make_typed_code.py` runs it.

use activations::Function;
use activations::code::Language;
use std::io::{Read, stdin};

fn main() -> std::io::Result<()> {
    let mut texts = String::new();
    stdin().read_to_string(&mut texts)?;
    for text in texts.lines() {
        let function = Function::typed(text);
        for language in Language::ALL {
            let code = function.typed_code(language).unwrap_or_default();
            println!("[{}, {}, {}]", quoted(text), quoted(language.name()), quoted(&code));
        }
    }
    Ok(())
}

/// A text as a JSON string. The code has no control characters but line ends.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{text}\"")
}
