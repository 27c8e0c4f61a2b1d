//! Five times of day over four kinds of country: the picture of each number from 0 to 19 is another pair.

use std::f32::consts::TAU;

use super::canvas::{Canvas, Color};

/// A time of day: sky above, sky at the horizon, the nearest ridge; and how high the sun or moon stands, from 0 to 1.
struct Light {
    above: Color,
    horizon: Color,
    near: Color,
    disc: Color,
    altitude: f32,
}

const LAYERS: u32 = 5;

/// Paints the landscape of that number over the whole canvas.
pub fn paint(canvas: &mut Canvas, number: u32) {
    let light = light(number);
    let (width, height) = canvas.size();
    let horizon = height * 0.52;

    canvas.paint(|_, y| (light.above.mix(light.horizon, y / horizon), 1.0));

    let (disc_x, disc_y) = (width * (0.25 + 0.5 * unit(number, 1)), horizon * (1.0 - light.altitude));
    let radius = width * 0.085;
    canvas.paint(|x, y| {
        let distance = (x - disc_x).hypot(y - disc_y);
        let glow = 0.35 * (-(distance - radius).max(0.0) / (width * 0.16)).exp();
        (light.disc, (radius - distance + 0.5).clamp(0.0, 1.0).max(glow))
    });

    for layer in 0..LAYERS {
        let depth = (layer as f32 + 1.0) / LAYERS as f32;
        let base = horizon + (height - horizon) * (depth - 0.2) * 0.95;
        let crest: Vec<f32> = (0..=width as u32)
            .map(|x| base - height * ridge(number, layer, x as f32 / width) * (0.15 - 0.07 * depth))
            .collect();
        let color = light.horizon.mix(light.near, 0.12 + 0.88 * depth);
        canvas.paint(|x, y| {
            // Mist gathers at a ridge's foot.
            let misty = color.mix(
                light.horizon,
                ((y - base) / height * 2.5).clamp(0.0, 0.4) * (1.0 - depth),
            );
            (misty, (y - crest[x as usize] + 0.5).clamp(0.0, 1.0))
        });
    }
}

/// Another time of day for each of five numbers in a row, and another tint each time round.
fn light(number: u32) -> Light {
    let tint = 0.05 * (number / 5) as f32 - 0.075;
    let color = |hue: f32, saturation, lightness| Color::from_hsl(hue + tint, saturation, lightness);
    match number % 5 {
        // Dawn
        0 => Light {
            above: color(0.62, 0.45, 0.62),
            horizon: color(0.05, 0.85, 0.83),
            near: color(0.70, 0.35, 0.22),
            disc: color(0.11, 0.95, 0.90),
            altitude: 0.22,
        },
        // Noon
        1 => Light {
            above: color(0.57, 0.70, 0.58),
            horizon: color(0.53, 0.60, 0.88),
            near: color(0.38, 0.42, 0.24),
            disc: color(0.14, 0.95, 0.95),
            altitude: 0.72,
        },
        // Late afternoon
        2 => Light {
            above: color(0.50, 0.38, 0.62),
            horizon: color(0.13, 0.80, 0.84),
            near: color(0.09, 0.50, 0.24),
            disc: color(0.13, 0.95, 0.93),
            altitude: 0.45,
        },
        // Dusk
        3 => Light {
            above: color(0.76, 0.40, 0.34),
            horizon: color(0.98, 0.80, 0.70),
            near: color(0.76, 0.45, 0.14),
            disc: color(0.06, 0.95, 0.82),
            altitude: 0.14,
        },
        // Night
        _ => Light {
            above: color(0.66, 0.55, 0.14),
            horizon: color(0.60, 0.42, 0.46),
            near: color(0.63, 0.50, 0.09),
            disc: color(0.15, 0.45, 0.94),
            altitude: 0.66,
        },
    }
}

/// The height of a ridge above its base, about -1 to 1, at `x` from 0 to 1.
fn ridge(number: u32, layer: u32, x: f32) -> f32 {
    let phase = |wave: u32| unit(number * 31 + layer, wave + 2);
    let waves = |frequencies: &[f32], shape: fn(f32) -> f32| -> f32 {
        let wave =
            |(index, frequency): (usize, &f32)| shape(frequency * x + phase(index as u32)) / (index as f32 + 1.0);
        frequencies.iter().enumerate().map(wave).sum::<f32>() * 0.7
    };
    match number % 4 {
        // Mountains: sharp peaks with smaller ones on their sides
        0 => waves(&[1.3, 3.1, 7.7, 17.3], triangle),
        // Hills
        1 => waves(&[0.9, 2.1], sine),
        // A forest's tops on rolling ground
        2 => waves(&[0.7, 1.9], sine) + 0.22 * triangle(x * (34.0 - 5.0 * layer as f32) + phase(9)),
        // Dunes: gentle on the windward side, steep on the other
        _ => waves(&[1.1, 2.3], |x| sine(x - 0.12 * sine(x))),
    }
}

fn sine(turns: f32) -> f32 {
    (turns * TAU).sin()
}

fn triangle(turns: f32) -> f32 {
    4.0 * (turns.rem_euclid(1.0) - 0.5).abs() - 1.0
}

/// A number from 0 to 1 that looks random and is always the same.
fn unit(number: u32, salt: u32) -> f32 {
    let mixed = (number * 64 + salt).wrapping_mul(0x9E37_79B9);
    let mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x85EB_CA6B);
    (mixed >> 8) as f32 / (1 << 24) as f32
}
