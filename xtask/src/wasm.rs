//! Reads the binary format of WebAssembly (WebAssembly Core Specification, chapter 5), as far as the build needs it.

use anyhow::{Context, bail};

/// The length of the beginning of a module: its magic number and the version.
pub const HEAD: usize = 8;
/// The id of the section with the imports.
pub const IMPORTS: u8 = 2;

/// The sections of a module, each with its id.
///
/// # Errors
///
/// When the module is damaged.
pub fn sections(wasm: &[u8]) -> anyhow::Result<Vec<(u8, &[u8])>> {
    let mut rest = wasm.get(HEAD..).context("the WebAssembly is damaged")?;
    let mut sections = Vec::new();
    while !rest.is_empty() {
        let id = bytes(&mut rest, 1)?[0];
        let length = number(&mut rest)?;
        sections.push((id, bytes(&mut rest, length)?));
    }
    Ok(sections)
}

/// Something that a module imports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    pub module: String,
    pub name: String,
    /// The kind, as in the text format.
    pub kind: &'static str,
    /// The type, as in the text format.
    pub of_type: String,
}

/// The memories, tables and globals that a module imports. Functions and tags are left out.
///
/// # Errors
///
/// When the module is damaged, or when an import has a type that no part of the app has.
pub fn imports(wasm: &[u8]) -> anyhow::Result<Vec<Import>> {
    let mut imports = Vec::new();
    for (_, mut section) in sections(wasm)?.into_iter().filter(|(id, _)| *id == IMPORTS) {
        for _ in 0..number(&mut section)? {
            let (module, name) = (text(&mut section)?.to_owned(), text(&mut section)?.to_owned());
            let (kind, of_type) = match bytes(&mut section, 1)?[0] {
                0 => {
                    number(&mut section)?;
                    continue;
                }
                1 => {
                    let element = match bytes(&mut section, 1)?[0] {
                        0x70 => "funcref",
                        0x6f => "externref",
                        other => bail!("the table `{name}` has elements of the type {other:#x}"),
                    };
                    ("table", format!("{} {element}", limits(&mut section)?))
                }
                2 => ("memory", limits(&mut section)?),
                3 => {
                    let value = match bytes(&mut section, 1)?[0] {
                        0x7f => "i32",
                        0x7e => "i64",
                        0x7d => "f32",
                        0x7c => "f64",
                        other => bail!("the global `{name}` has the type {other:#x}"),
                    };
                    let is_mutable = bytes(&mut section, 1)?[0] == 1;
                    let of_type = if is_mutable { format!("(mut {value})") } else { value.into() };
                    ("global", of_type)
                }
                other => bail!("`{name}` is imported and of the kind {other}"),
            };
            imports.push(Import { module, name, kind, of_type });
        }
    }
    Ok(imports)
}

/// The least size and, if there is one, the largest.
fn limits(rest: &mut &[u8]) -> anyhow::Result<String> {
    let has_largest = bytes(rest, 1)?[0] & 1 == 1;
    let least = number(rest)?;
    Ok(if has_largest { format!("{least} {}", number(rest)?) } else { least.to_string() })
}

/// Reads a number in the format LEB128.
pub fn number(rest: &mut &[u8]) -> anyhow::Result<usize> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let digit = bytes(rest, 1)?[0];
        number |= usize::from(digit & 127) << shift;
        if digit & 128 == 0 {
            return Ok(number);
        }
    }
    bail!("the WebAssembly has a number that is too long")
}

/// Takes so many bytes from the beginning.
pub fn bytes<'a>(rest: &mut &'a [u8], count: usize) -> anyhow::Result<&'a [u8]> {
    let (taken, after) = rest.split_at_checked(count).context("the WebAssembly ends too early")?;
    *rest = after;
    Ok(taken)
}

/// Takes a text with its length before it.
pub fn text<'a>(rest: &mut &'a [u8]) -> anyhow::Result<&'a str> {
    let length = number(rest)?;
    Ok(str::from_utf8(bytes(rest, length)?)?)
}

/// Writes a number in the format LEB128.
pub fn push_number(to: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        to.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    to.push(number as u8);
}

/// Writes the length and the bytes.
pub fn push_text(to: &mut Vec<u8>, text: &[u8]) {
    push_number(to, text.len());
    to.extend(text);
}

#[cfg(test)]
mod tests {
    use super::{imports, push_text};

    #[test]
    fn imports_are_given_as_in_the_text_format() {
        let mut section = vec![5];
        for (name, rest) in [
            ("memory", [2, 0, 21].as_slice()),
            ("table", &[1, 0x70, 1, 0xc9, 0x11, 0xca, 0x11]),
            ("sp", &[3, 0x7f, 1]),
            ("f", &[0, 3]),
            ("base", &[3, 0x7e, 0]),
        ] {
            push_text(&mut section, b"main");
            push_text(&mut section, name.as_bytes());
            section.extend(rest);
        }
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 1, 0, 2]);
        push_text(&mut wasm, &section);
        wasm.extend([0, 1, 0]);
        let found = imports(&wasm).unwrap();
        let found: Vec<_> = found
            .iter()
            .map(|it| format!("{} {} {} {}", it.module, it.kind, it.name, it.of_type))
            .collect();
        assert_eq!(
            found,
            [
                "main memory memory 21",
                "main table table 2249 2250 funcref",
                "main global sp (mut i32)",
                "main global base i64",
            ]
        );
        assert!(imports(&wasm[..20]).is_err());
    }
}
