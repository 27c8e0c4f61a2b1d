//! A picture's number in its lower left corner: seven strokes with round ends, of which each digit shows some.

use super::canvas::{Canvas, Color};

const WIDTH: f32 = 20.0;
const HEIGHT: f32 = 36.0;
const GAP: f32 = 13.0;
const MARGIN: f32 = 20.0;
const THICKNESS: f32 = 5.5;

/// The strokes from top to bottom, as corners of a digit one wide and two high.
const STROKES: [[(f32, f32); 2]; 7] = [
    [(0.0, 0.0), (1.0, 0.0)],
    [(0.0, 0.0), (0.0, 1.0)],
    [(1.0, 0.0), (1.0, 1.0)],
    [(0.0, 1.0), (1.0, 1.0)],
    [(0.0, 1.0), (0.0, 2.0)],
    [(1.0, 1.0), (1.0, 2.0)],
    [(0.0, 2.0), (1.0, 2.0)],
];

/// Which of the strokes the digits 0 to 9 show, in that order.
const DIGITS: [&str; 10] = [
    "1110111", "0010010", "1011101", "1011011", "0111010", "1101011", "1101111", "1010010", "1111111", "1111011",
];

/// Writes the number in white.
pub fn write(canvas: &mut Canvas, number: u32) {
    let bottom = canvas.size().1 - MARGIN;
    for (place, digit) in number.to_string().bytes().enumerate() {
        let left = MARGIN + place as f32 * (WIDTH + GAP);
        let shown = DIGITS[usize::from(digit - b'0')].bytes();
        let corner = |(x, y): (f32, f32)| (left + x * WIDTH, bottom - HEIGHT + y * HEIGHT / 2.0);
        let strokes: Vec<_> = STROKES
            .iter()
            .zip(shown)
            .filter(|(_, on)| *on == b'1')
            .map(|(stroke, _)| stroke)
            .collect();
        canvas.paint(|x, y| {
            let distances = strokes
                .iter()
                .map(|[from, to]| distance((x, y), corner(*from), corner(*to)));
            let nearest = distances.fold(f32::INFINITY, f32::min);
            (
                Color([1.0; 3]),
                (THICKNESS / 2.0 - nearest + 0.5).clamp(0.0, 1.0) * 0.92,
            )
        });
    }
}

/// From a point to the nearest point of a line between two others.
fn distance((x, y): (f32, f32), (ax, ay): (f32, f32), (bx, by): (f32, f32)) -> f32 {
    let (dx, dy) = (bx - ax, by - ay);
    let along = (((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
    (x - ax - along * dx).hypot(y - ay - along * dy)
}
