//! The simulated pictures: twenty drawn landscapes, each with its number, so that a picture can be told from another.

// Sizes, positions and colours are small numbers, which these conversions keep.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss
)]

mod canvas;
mod digits;
mod landscape;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::paths;
use crate::process::say;
use crate::stamp::unless_unchanged;

/// How many there are; a run that asks for more gets them again from the first.
pub const COUNT: u32 = 20;

const WIDTH: u32 = 200;
const HEIGHT: u32 = 300;
const QUALITY: u8 = 88;

/// Draws `0.jpg` and so on, unless they are there, and returns their folder.
pub fn draw() -> Result<PathBuf> {
    let out = paths::target().join("site").join("pictures");
    fs::create_dir_all(&out)?;
    unless_unchanged(&out.with_extension("stamp"), &[], || {
        say("Drawing the simulated pictures");
        (0..COUNT).try_for_each(|number| fs::write(out.join(file_name(number)), jpeg(number)?).map_err(Into::into))
    })?;
    Ok(out)
}

fn file_name(number: u32) -> PathBuf {
    Path::new(&number.to_string()).with_extension("jpg")
}

fn jpeg(number: u32) -> Result<Vec<u8>> {
    let mut canvas = canvas::Canvas::new(WIDTH, HEIGHT);
    landscape::paint(&mut canvas, number);
    digits::write(&mut canvas, number);
    canvas.into_jpeg(QUALITY)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{COUNT, HEIGHT, WIDTH, jpeg};

    #[test]
    fn every_picture_is_a_jpeg_of_the_promised_size_and_different_from_the_others() {
        let pictures: HashSet<_> = (0..COUNT).map(|number| jpeg(number).unwrap()).collect();
        assert_eq!(pictures.len(), COUNT as usize);
        for picture in pictures {
            let picture = image::load_from_memory(&picture).unwrap();
            assert_eq!((picture.width(), picture.height()), (WIDTH, HEIGHT));
        }
    }
}
