//! The pictures: a calm scene for each number, drawn once per size.

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use axum::body::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

/// Finished pictures by number, width and height.
#[derive(Default)]
pub struct Cache(Mutex<HashMap<(u32, u32, u32), Bytes>>);

impl Cache {
    /// The JPEG file of a picture.
    pub async fn draw(&self, id: u32, width: u32, height: u32) -> Bytes {
        let key = (id, width, height);
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some(drawn) = known {
            return drawn;
        }
        // A large picture takes long enough to hold up the answers to others.
        let drawn = tokio::task::spawn_blocking(move || encode(&scene(id, width, height)))
            .await
            .expect("drawing has no way to fail");
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key, drawn.clone());
        drawn
    }
}

/// A sky that fades to the horizon, a sun, and land below; colours and places differ by number.
fn scene(id: u32, width: u32, height: u32) -> RgbImage {
    let shade = |step: u32, base: u32| u8::try_from(base + id.wrapping_mul(step) % 96).unwrap_or(u8::MAX);
    let (sky, land) = (
        [shade(37, 60), shade(53, 90), shade(29, 140)],
        Rgb([shade(17, 20), shade(71, 70), shade(43, 20)]),
    );
    let horizon = height * (55 + id % 20) / 100;
    let (sun_x, sun_y) = (width * (20 + id * 7 % 60) / 100, height * (15 + id * 11 % 25) / 100);
    let radius = width.min(height) / 10;

    let mut picture = RgbImage::from_pixel(width, height, land);
    for y in 0..horizon {
        let glow = u8::try_from(y * 80 / horizon).unwrap_or(80);
        let row = Rgb(sky.map(|channel| channel.saturating_add(glow)));
        for x in 0..width {
            let in_sun = x.abs_diff(sun_x).pow(2) + y.abs_diff(sun_y).pow(2) <= radius.pow(2);
            picture.put_pixel(x, y, if in_sun { Rgb([255, 244, 214]) } else { row });
        }
    }
    picture
}

fn encode(picture: &RgbImage) -> Bytes {
    let mut file = Cursor::new(Vec::new());
    JpegEncoder::new_with_quality(&mut file, 75)
        .encode_image(picture)
        .expect("memory takes what is written to it");
    file.into_inner().into()
}

#[cfg(test)]
mod tests {
    use super::{encode, scene};

    #[test]
    fn pictures_of_different_numbers_differ() {
        let pictures: std::collections::HashSet<_> = (0..100).map(|id| encode(&scene(id, 60, 90))).collect();
        assert_eq!(pictures.len(), 100);
    }

    #[test]
    fn the_smallest_and_a_narrow_picture_can_be_drawn() {
        for (width, height) in [(1, 1), (1, 5000), (5000, 1)] {
            let file = encode(&scene(7, width, height));
            let drawn = image::load_from_memory(&file).expect("a JPEG file");
            assert_eq!((drawn.width(), drawn.height()), (width, height));
        }
    }
}
