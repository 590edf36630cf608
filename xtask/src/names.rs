//! Short names for what the WebAssembly imports from the module of wasm-bindgen. The names that wasm-bindgen gives have
//! hashes, which do not compress, in both files.

use anyhow::{bail, ensure};

use crate::wasm::{HEAD, IMPORTS, bytes, number, push_number, push_text, sections, text};

/// The only kind of import that wasm-bindgen writes.
const FUNCTION: u8 = 0;

/// Both files with short names for the functions that the WebAssembly imports from `module`.
///
/// # Errors
///
/// When a name is not exactly once a key in the module, or when the WebAssembly is damaged.
pub fn shorten(wasm: &[u8], glue: &str, module: &str) -> anyhow::Result<(Vec<u8>, String)> {
    let mut glue = glue.to_owned();
    let mut short = Names::default();
    let sections = sections(wasm)?;
    let mut shortened = wasm[..HEAD].to_vec();
    for (id, mut section) in sections {
        shortened.push(id);
        if id != IMPORTS {
            push_text(&mut shortened, section);
            continue;
        }
        let mut imports = Vec::new();
        let count = number(&mut section)?;
        push_number(&mut imports, count);
        for _ in 0..count {
            let (from, name) = (text(&mut section)?, text(&mut section)?);
            push_text(&mut imports, from.as_bytes());
            if from == module {
                let new = short.next();
                glue = renamed(&glue, name, &new)?;
                push_text(&mut imports, new.as_bytes());
            } else {
                push_text(&mut imports, name.as_bytes());
            }
            let kind = bytes(&mut section, 1)?[0];
            ensure!(kind == FUNCTION, "`{name}` is imported and not a function");
            imports.push(kind);
            push_number(&mut imports, number(&mut section)?);
        }
        push_text(&mut shortened, &imports);
    }
    Ok((shortened, glue))
}

/// The module with another name for a key.
fn renamed(glue: &str, old: &str, new: &str) -> anyhow::Result<String> {
    for end in [":", "("] {
        let key = format!(" {old}{end}");
        if glue.matches(&key).count() == 1 {
            return Ok(glue.replacen(&key, &format!(" {new}{end}"), 1));
        }
    }
    bail!("`{old}` is not one key in the module of wasm-bindgen")
}

/// Names of one letter, then of two.
#[derive(Default)]
struct Names(usize);

impl Names {
    fn next(&mut self) -> String {
        const LETTERS: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";
        let mut number = self.0;
        self.0 += 1;
        let mut name = String::new();
        loop {
            name.push(char::from(LETTERS[number % 26]));
            number /= 26;
            if number == 0 {
                return name;
            }
            number -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, number, push_number, push_text, shorten};

    /// A module with one import of each pair of a module and a name, and with a section after them.
    fn module(imports: &[(&str, &str)]) -> Vec<u8> {
        let mut section = Vec::new();
        push_number(&mut section, imports.len());
        for (from, name) in imports {
            push_text(&mut section, from.as_bytes());
            push_text(&mut section, name.as_bytes());
            section.extend([0, 3]);
        }
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.push(2);
        push_text(&mut wasm, &section);
        wasm.extend([0, 3, 1, b'x', 7]);
        wasm
    }

    #[test]
    fn names_are_shortened_in_both_files() {
        let long = "__wbg_add_1a2b3c4d5e6f7a8b";
        let wasm = module(&[("./a.js", long), ("other", "f"), ("./a.js", "g")]);
        let glue =
            format!("const i = {{\n  {long}: function() {{}},\n  g(x) {{ return {long}x; }},\n}};");
        let (wasm, glue) = shorten(&wasm, &glue, "./a.js").unwrap();
        assert_eq!(wasm, module(&[("./a.js", "a"), ("other", "f"), ("./a.js", "b")]));
        assert_eq!(
            glue,
            format!("const i = {{\n  a: function() {{}},\n  b(x) {{ return {long}x; }},\n}};")
        );
    }

    #[test]
    fn what_is_not_one_key_or_no_module_is_an_error() {
        let wasm = module(&[("./a.js", "f")]);
        assert!(shorten(&wasm, "{ g: 1 }", "./a.js").is_err());
        assert!(shorten(&wasm, "{ f: 1, f: 2 }", "./a.js").is_err());
        assert!(shorten(&wasm[..20], "{ f: 1 }", "./a.js").is_err());
        assert!(shorten(b"\0asm", "", "./a.js").is_err());
    }

    #[test]
    fn names_and_numbers_go_on_after_the_first_digit() {
        let mut names = Names::default();
        let all: Vec<_> = std::iter::repeat_with(|| names.next()).take(800).collect();
        assert_eq!([&*all[0], &*all[25], &*all[26], &*all[27]], ["a", "z", "aa", "ba"]);
        let distinct: std::collections::HashSet<_> = all.iter().collect();
        assert_eq!(distinct.len(), all.len());
        for value in [0, 127, 128, 300, 70_000] {
            let mut written = Vec::new();
            push_number(&mut written, value);
            assert_eq!(number(&mut &*written).unwrap(), value);
        }
    }
}
