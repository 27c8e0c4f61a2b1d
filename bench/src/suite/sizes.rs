//! How much a visitor's browser loads, compressed as good hosts do.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::{fs, iter};

use flate2::Compression;
use flate2::write::GzEncoder;

use page_tests::site::version_folder;

use crate::row::{Bound, Figure, Row};

/// What a page loads as its code: not pictures and icons, which it shows.
const CODE: [&str; 4] = ["html", "css", "js", "wasm"];

/// The script that comes when a page has nothing else to do.
const LATER: &str = "further-";

/// The sizes of the built site.
///
/// # Errors
///
/// If its files can't be read.
pub fn measure(dist: &Path) -> io::Result<Vec<Row>> {
    let mut files = code_below(&version_folder())?;
    files.extend(["index.html", "service-worker.js"].map(|entry| dist.join(entry)));
    let is_threads = |path: &&PathBuf| path.ends_with("threads/easy_concurrency_bg.wasm");
    let module = files.iter().find(is_threads).ok_or(io::ErrorKind::NotFound)?;
    let module = fs::read(module)?;
    let (mut at_first, mut later) = (0.0, 0.0);
    for path in &files {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_later = name.starts_with(LATER);
        *(if is_later { &mut later } else { &mut at_first }) += gzip(&fs::read(path)?)?;
    }
    Ok(vec![
        row("threaded module, brotli", Bound::AtMost(42.0), brotli(&module)?),
        row("threaded module, gzip", Bound::None, gzip(&module)?),
        row(
            "page, styles, scripts and both modules, gzip",
            Bound::AtMost(120.0),
            at_first,
        ),
        row(
            "what is further down the page and comes later, gzip",
            Bound::None,
            later,
        ),
    ])
}

fn row(what: &str, bound: Bound, kilobytes: f64) -> Row {
    Row::new(what, bound, Some(Figure::Kilobytes(kilobytes)))
}

fn code_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(code_below(&path)?);
        } else if path
            .extension()
            .is_some_and(|extension| CODE.iter().any(|known| extension == *known))
        {
            files.extend(iter::once(path));
        }
    }
    Ok(files)
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files are far below 2^53")]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

fn gzip(contents: &[u8]) -> io::Result<f64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(contents)?;
    Ok(kilobytes(encoder.finish()?.len()))
}

fn brotli(contents: &[u8]) -> io::Result<f64> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams::default();
    let size = brotli::BrotliCompress(&mut &*contents, &mut compressed, &parameters)?;
    Ok(kilobytes(size))
}

#[cfg(test)]
mod tests {
    use super::{brotli, gzip};

    #[test]
    fn what_repeats_itself_is_small_by_both() {
        let text = b"again and ".repeat(1000);
        assert!(gzip(&text).unwrap() < 0.1);
        assert!(brotli(&text).unwrap() < 0.1);
    }
}
