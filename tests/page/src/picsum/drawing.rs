//! The pictures: a calm scene for each number, drawn once per size.

use std::collections::HashMap;
use std::sync::Mutex;

use crate::lock;
use axum::body::Bytes;
use jpeg_encoder::{ColorType, Encoder};

/// Finished pictures by number, width and height.
#[derive(Default)]
pub struct Cache(Mutex<HashMap<(u32, u32, u32), Bytes>>);

impl Cache {
    /// The JPEG file of a picture.
    pub async fn draw(&self, id: u32, width: u32, height: u32) -> Bytes {
        let key = (id, width, height);
        let known = lock(&self.0).get(&key).cloned();
        if let Some(drawn) = known {
            return drawn;
        }
        // A large picture takes long enough to hold up the answers to others.
        let drawn = tokio::task::spawn_blocking(move || encode(id, width, height))
            .await
            .expect("drawing has no way to fail");
        lock(&self.0).insert(key, drawn.clone());
        drawn
    }
}

/// A sky that fades to the horizon, a sun, and land below, as RGB; colours and places differ by number.
fn scene(id: u32, width: u32, height: u32) -> Vec<u8> {
    let shade = |step: u32, base: u32| u8::try_from(base + id.wrapping_mul(step) % 96).unwrap_or(u8::MAX);
    let (sky, land) = (
        [shade(37, 60), shade(53, 90), shade(29, 140)],
        [shade(17, 20), shade(71, 70), shade(43, 20)],
    );
    let horizon = height * (55 + id % 20) / 100;
    let (sun_x, sun_y) = (width * (20 + id * 7 % 60) / 100, height * (15 + id * 11 % 25) / 100);
    let radius = width.min(height) / 10;

    let row = |y: u32| {
        let glow = u8::try_from(y * 80 / horizon.max(1)).unwrap_or(80);
        let sky = sky.map(|channel| channel.saturating_add(glow));
        let in_sun = move |x: u32| x.abs_diff(sun_x).pow(2) + y.abs_diff(sun_y).pow(2) <= radius.pow(2);
        (0..width).flat_map(move |x| match (y < horizon, in_sun(x)) {
            (false, _) => land,
            (true, true) => [255, 244, 214],
            (true, false) => sky,
        })
    };
    (0..height).flat_map(row).collect()
}

fn encode(id: u32, width: u32, height: u32) -> Bytes {
    let side = |pixels| u16::try_from(pixels).expect("no picture is that large");
    let mut file = Vec::new();
    Encoder::new(&mut file, 75)
        .encode(&scene(id, width, height), side(width), side(height), ColorType::Rgb)
        .expect("memory takes what is written to it");
    file.into()
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn pictures_of_different_numbers_differ() {
        let pictures: std::collections::HashSet<_> = (0..100).map(|id| encode(id, 60, 90)).collect();
        assert_eq!(pictures.len(), 100);
    }
}
