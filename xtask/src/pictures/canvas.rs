//! A picture in memory, painted one pixel at a time with soft edges.

use anyhow::Result;
use jpeg_encoder::{ColorType, Encoder};

/// Red, green and blue from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Color(pub [f32; 3]);

impl Color {
    /// From hue (in turns), saturation and lightness.
    pub fn from_hsl(hue: f32, saturation: f32, lightness: f32) -> Self {
        let chroma = saturation * lightness.min(1.0 - lightness);
        let channel = |offset: f32| {
            let k = (offset + hue.rem_euclid(1.0) * 12.0) % 12.0;
            lightness - chroma * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0)
        };
        Self([channel(0.0), channel(8.0), channel(4.0)])
    }

    /// This colour with `share` of the other.
    pub fn mix(self, other: Self, share: f32) -> Self {
        let share = share.clamp(0.0, 1.0);
        let mixed = |channel: usize| self.0[channel] + (other.0[channel] - self.0[channel]) * share;
        Self([mixed(0), mixed(1), mixed(2)])
    }
}

/// What is painted on. Positions are in pixels from the upper left corner.
pub struct Canvas {
    pixels: Vec<Color>,
    width: u32,
    height: u32,
}

impl Canvas {
    /// A black one.
    pub fn new(width: u32, height: u32) -> Self {
        let pixels = vec![Color([0.0; 3]); (width * height) as usize];
        Self { pixels, width, height }
    }

    /// In pixels.
    pub fn size(&self) -> (f32, f32) {
        (self.width as f32, self.height as f32)
    }

    /// Paints every pixel with the colour that `brush` gives for its middle, as opaque as it says, from 0 to 1.
    pub fn paint(&mut self, brush: impl Fn(f32, f32) -> (Color, f32)) {
        let rows = self.pixels.chunks_mut(self.width as usize);
        for (y, row) in rows.enumerate() {
            for (x, pixel) in row.iter_mut().enumerate() {
                let (color, opacity) = brush(x as f32 + 0.5, y as f32 + 0.5);
                *pixel = pixel.mix(color, opacity);
            }
        }
    }

    /// Encodes it; `quality` goes up to 100.
    pub fn into_jpeg(self, quality: u8) -> Result<Vec<u8>> {
        let byte = |channel: f32| (channel * 255.0).round() as u8;
        let image: Vec<u8> = self
            .pixels
            .iter()
            .flat_map(|Color(channels)| channels.map(byte))
            .collect();
        let mut file = Vec::new();
        let (width, height) = (self.width.try_into()?, self.height.try_into()?);
        Encoder::new(&mut file, quality).encode(&image, width, height, ColorType::Rgb)?;
        Ok(file)
    }
}
