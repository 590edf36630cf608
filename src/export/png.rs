//! A link inside a PNG file (Portable Network Graphics, W3C Recommendation, third edition).

/// The position of the link's chunk in every PNG file: after the signature and the IHDR chunk, which always
/// has 13 bytes of data.
pub const HEAD: u32 = (SIGNATURE.len() + AROUND + 13) as u32;

const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";
/// The bytes of a chunk except its data: length, type and checksum.
const AROUND: usize = 12;
/// The chunk type for international text.
const TEXT: [u8; 4] = *b"iTXt";
/// The keyword with its NUL, two bytes for "not compressed", and an empty language and translated keyword with
/// a NUL each.
const LABEL: &[u8] = b"activation-lab\0\0\0\0\0";

/// The chunk that contains the link.
pub fn chunk(link: &str) -> Vec<u8> {
    let data = [&TEXT, LABEL, link.as_bytes()].concat();
    let length = (data.len() - TEXT.len()) as u32;
    [&length.to_be_bytes()[..], &data, &crc(&data).to_be_bytes()].concat()
}

/// Whether a file begins with the signature of PNG.
pub fn is_png(file: &[u8]) -> bool {
    file.starts_with(&SIGNATURE)
}

/// The link in a PNG file, if it has an undamaged chunk with the keyword of this app.
pub fn link(file: &[u8]) -> Option<&str> {
    let mut rest = file.strip_prefix(&SIGNATURE)?;
    loop {
        let length = u32::from_be_bytes(*rest.first_chunk()?) as usize;
        let chunk = rest.get(4..length.checked_add(AROUND)?)?;
        let (data, checksum) = chunk.split_last_chunk()?;
        let text = data.strip_prefix(&TEXT).and_then(|data| data.strip_prefix(LABEL));
        if let Some(text) = text {
            let is_sound = u32::from_be_bytes(*checksum) == crc(data);
            return std::str::from_utf8(text).ok().filter(|_| is_sound);
        }
        rest = &rest[length + AROUND..];
    }
}

/// The checksum of a chunk's type and data: CRC-32 as in ISO 3309.
pub fn crc(data: &[u8]) -> u32 {
    let with_bit = |crc: u32| (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 };
    let with_byte = |crc, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), |crc, _| with_bit(crc));
    !data.iter().fold(u32::MAX, with_byte)
}

#[cfg(test)]
mod tests {
    use super::{HEAD, chunk, crc, link};
    use proptest::prelude::*;

    /// One grey pixel, as Python's zlib writes it.
    const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\
        \0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
        \0\0\0\nIDATx\x9cc\x68\0\0\0\x82\0\x81\x77\xcd\x72\xb6\
        \0\0\0\0IEND\xae\x42\x60\x82";

    fn with(link: &str) -> Vec<u8> {
        let (head, rest) = PIXEL.split_at(HEAD as usize);
        [head, &chunk(link), rest].concat()
    }

    #[test]
    fn checksums_are_those_of_the_standard() {
        // The check value that catalogues of CRCs give, and the checksums in a foreign file.
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc(b"IEND"), 0xae42_6082);
        assert_eq!(crc(&PIXEL[12..29]), 0x3a7e_9b55);
    }

    #[test]
    fn a_chunk_is_as_the_standard_says() {
        let chunk = chunk("#é");
        assert_eq!(chunk[..8], *b"\0\0\0\x16iTXt");
        assert_eq!(chunk[8..30], *b"activation-lab\0\0\0\0\0#\xc3\xa9");
        assert_eq!(chunk.len(), 34);
    }

    #[test]
    fn a_link_comes_back() {
        let said = "https://example.org/lab/?lang=ko#chain?depth=12&x=0.5";
        assert_eq!(link(&with(said)), Some(said));
        assert_eq!(link(PIXEL), None);
        assert_eq!(link(b"GIF89a"), None);
    }

    #[test]
    fn a_broken_chunk_says_nothing() {
        let mut file = with("#explorer");
        file[HEAD as usize + 30] ^= 1;
        assert_eq!(link(&file), None);
        let file = with("#explorer");
        for length in 0..file.len() {
            // The chunk is complete once the file reaches its end.
            let whole = length >= HEAD as usize + chunk("#explorer").len();
            assert_eq!(link(&file[..length]).is_some(), whole, "{length} bytes");
        }
    }

    proptest! {
        #[test]
        fn anything_can_stand_in_a_file(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            link(&bytes);
            link(&[&PIXEL[..8], &bytes].concat());
        }

        #[test]
        fn every_link_comes_back(said in any::<String>()) {
            let file = with(&said);
            prop_assert_eq!(link(&file), Some(said.as_str()));
        }
    }
}
