//! The task that computes and can be seen: the Mandelbrot set, tile by tile. It divides evenly, unlike fib, whose last number is
//! more than a third of all.

use super::{Compute, Description, Gallery, Gives, Inputs, Kind, Make, Total};
use crate::parameter::{Growth, Parameter};
use crate::settings::Settings;
use crate::value::{Outcome, Picture, Value};
use std::sync::Arc;

/// What there is to say of it.
pub const TASK: Description = Description {
    name: "mandelbrot",
    label: "Mandelbrot set",
    kind: Kind::Computes,
    parameters: &[
        // So many that no worker is left with a large one at the end: with 20, two cores would be used to 0.96.
        Parameter::whole("tiles", "Tiles", 1, 256, 64)
            .link_up_to(100)
            .growth(Growth::Proportional),
        Parameter::whole("columns", "Tiles per row", 1, 64, 8),
        Parameter::whole("width", "Tile width, px", 1, 500, 125).growth(Growth::Proportional),
        Parameter::whole("height", "Tile height, px", 1, 500, 75).growth(Growth::Proportional),
        Parameter::whole("iterations", "Maximum iterations", 1, 100_000, 1000).growth(Growth::Proportional),
        Parameter::real("re", "Centre, real", -2.0, 2.0, -0.6),
        Parameter::real("im", "Centre, imaginary", -2.0, 2.0, 0.0),
        Parameter::real("zoom", "Zoom", 1.0, 1e12, 1.2),
    ],
    // Where no point escapes.
    loop_ms: 2500.0,
    inputs: Inputs {
        first: 0,
        count: "tiles",
        name: "tile {}",
    },
    gives: Gives::Pictures(Gallery {
        size: ("width", "height"),
        about: &[(
            "The Mandelbrot set around real part {re} and imaginary part {im}, magnified {zoom} times. Each tile is a task.",
            &[],
        )],
        columns: Some("columns"),
    }),
    work: &[
        ("the Mandelbrot set in {tiles|tile|tiles}", &[]),
        (
            " of {width} × {height} pixels, centre {re}, {im}, zoom {zoom}, up to {iterations|iteration|iterations}",
            &[],
        ),
    ],
    more: "Use more tiles or more iterations.",
    workers: None,
    total: Total::None,
    article: None,
    ceiling: None,
    notes: &[],
    rescue: None,
    make: Make::Whole(|settings| Arc::new(Mandelbrot::new(settings))),
};

/// How much of the plane, from left to right, is seen without zoom.
const ACROSS: f64 = 4.0;

/// No tile, but some points all over the plane that take about a millisecond.
const SAMPLE: u32 = u32::MAX;

/// A part of the plane, cut into tiles.
#[derive(Clone, Copy, Debug)]
struct Mandelbrot {
    /// Of a tile, in pixels.
    width: u32,
    height: u32,
    columns: u32,
    /// How often a point is moved at most before it counts as one of the set.
    iterations: u32,
    /// The first pixel of the first tile, as a point of the plane.
    left: f64,
    top: f64,
    /// From one pixel to the next.
    step: f64,
}

impl Mandelbrot {
    fn new(settings: &Settings) -> Self {
        let [tiles, columns, width, height] = ["tiles", "columns", "width", "height"].map(|name| settings.count(name));
        let columns = columns.min(tiles);
        let rows = tiles.div_ceil(columns);
        let step = ACROSS / f64::from(columns * width) / settings.number("zoom");
        // From the whole picture's middle to the middle of its first pixel.
        let to_first = |pixels: u32| (f64::from(pixels) - 1.0) / 2.0 * step;
        Self {
            width,
            height,
            columns,
            iterations: settings.count("iterations"),
            left: settings.number("re") - to_first(columns * width),
            top: settings.number("im") + to_first(rows * height),
            step,
        }
    }

    /// A tile's pixels, row by row from its top, each a number of the palette.
    fn pixels(&self, tile: u32) -> Vec<u8> {
        let (first_x, first_y) = (tile % self.columns * self.width, tile / self.columns * self.height);
        let mut pixels = Vec::with_capacity((self.width * self.height) as usize);
        for y in first_y..first_y + self.height {
            let im = self.top - f64::from(y) * self.step;
            for x in first_x..first_x + self.width {
                pixels.push(self.colour(self.left + f64::from(x) * self.step, im));
            }
        }
        pixels
    }

    /// How many points of the sample are in the set.
    fn sample(&self) -> u64 {
        let iterations = self.iterations.min(1000);
        let points = (0..32_u32).flat_map(|y| (0..32_u32).map(move |x| (x, y)));
        let place = |steps: u32| (f64::from(steps) - 15.5) / 31.0 * ACROSS;
        let in_set = |&(x, y): &(u32, u32)| Self { iterations, ..*self }.colour(place(x), place(y)) == 0;
        points.filter(in_set).map(|_| 1).sum()
    }

    /// 0 for points of the set, else by how soon they leave for infinity.
    fn colour(&self, c_re: f64, c_im: f64) -> u8 {
        let (mut re, mut im, mut re_squared, mut im_squared) = (0.0, 0.0, 0.0, 0.0);
        for iteration in 0..self.iterations {
            im = 2.0 * re * im + c_im;
            re = re_squared - im_squared + c_re;
            (re_squared, im_squared) = (re * re, im * im);
            if re_squared + im_squared > 4.0 {
                return u8::try_from(1 + iteration % 255).unwrap_or(1);
            }
        }
        0
    }
}

impl Compute for Mandelbrot {
    fn compute(&self, tile: u32) -> Outcome {
        if tile == SAMPLE {
            return Ok(Value::Number(self.sample()));
        }
        let pixels = self.pixels(tile);
        let note = format!("checksum {:08x}", checksum(&pixels));
        let picture = Picture::here(bitmap(self.width, self.height, &pixels), "image/bmp", Some(note));
        Ok(Value::Picture(picture))
    }

    fn short_input(&self) -> Option<u32> {
        Some(SAMPLE)
    }
}

/// Tells pixels from any others: FNV-1a (<https://www.rfc-editor.org/rfc/rfc9923>).
fn checksum(pixels: &[u8]) -> u32 {
    let mix = |sum: u32, pixel: &u8| (sum ^ u32::from(*pixel)).wrapping_mul(0x0100_0193);
    pixels.iter().fold(0x811c_9dc5, mix)
}

/// Pixels as a picture of the plainest format that browsers show, which takes no time to make: BMP with a palette
/// (<https://learn.microsoft.com/windows/win32/gdi/bitmap-storage>).
fn bitmap(width: u32, height: u32, pixels: &[u8]) -> Vec<u8> {
    const HEADERS: u32 = 14 + 40;
    const PALETTE: u32 = 256 * 4;
    let row = width.next_multiple_of(4);
    let size = HEADERS + PALETTE + row * height;
    let mut bytes = Vec::with_capacity(size as usize);
    bytes.extend(b"BM");
    for field in [size, 0, HEADERS + PALETTE, 40, width] {
        bytes.extend(field.to_le_bytes());
    }
    // Negative: the first row is the uppermost.
    bytes.extend(height.wrapping_neg().to_le_bytes());
    // One plane of eight bits a pixel, uncompressed, of no known size on paper.
    for field in [1 | 8 << 16, 0, row * height, 0, 0, 256, 0] {
        bytes.extend(field.to_le_bytes());
    }
    for number in 0..=u8::MAX {
        let [red, green, blue] = colour(number);
        bytes.extend([blue, green, red, 0]);
    }
    for line in pixels.chunks(width as usize) {
        bytes.extend(line);
        bytes.resize(bytes.len() + (row - width) as usize, 0);
    }
    bytes
}

/// A colour of the palette: black for the set, around it from dark blue over white and amber back.
fn colour(number: u8) -> [u8; 3] {
    const STOPS: [[u8; 3]; 5] = [
        [8, 20, 56],
        [38, 110, 168],
        [240, 246, 246],
        [236, 160, 32],
        [8, 20, 56],
    ];
    if number == 0 {
        return [0; 3];
    }
    // Thrice around, so that few iterations tell as much as many.
    let place = u32::from(number) * 12 % 1020;
    let (stop, part) = ((place / 255) as usize, place % 255);
    let between = |from: u8, to: u8| (u32::from(from) * (255 - part) + u32::from(to) * part) / 255;
    [0, 1, 2].map(|channel| {
        let mixed = between(STOPS[stop][channel], STOPS[stop + 1][channel]);
        u8::try_from(mixed).unwrap_or(u8::MAX)
    })
}

#[cfg(test)]
mod tests {
    use super::{Mandelbrot, bitmap, checksum, colour};
    use crate::settings::{Setting, Settings};
    use crate::task::Compute as _;
    use crate::value::{Contents, Value};

    fn set(tiles: u32, columns: u32) -> Mandelbrot {
        let numbers = [
            ("tiles", f64::from(tiles)),
            ("columns", f64::from(columns)),
            ("width", 60.0),
            ("height", 40.0),
            ("iterations", 100.0),
            ("re", -0.5),
            ("im", 0.0),
            ("zoom", 1.0),
        ];
        let settings = numbers.map(|(name, number)| (name.to_owned(), Setting::Number(number)));
        Mandelbrot::new(&Settings::from_iter(settings))
    }

    #[test]
    fn the_middle_is_in_the_set_and_the_corners_leave_soon() {
        let whole = set(1, 1).pixels(0);
        assert_eq!(whole[60 * 20 + 30], 0);
        assert_eq!(whole[0], 1);
    }

    #[test]
    fn the_set_is_the_same_above_and_below_the_real_line() {
        let whole = set(1, 1).pixels(0);
        let rows: Vec<_> = whole.chunks(60).collect();
        for (upper, lower) in rows.iter().zip(rows.iter().rev()) {
            assert_eq!(upper, lower);
        }
    }

    #[test]
    fn tiles_side_by_side_are_the_whole() {
        let four = set(4, 2);
        let whole = Mandelbrot {
            width: 120,
            height: 80,
            columns: 1,
            ..four
        };
        let whole = whole.pixels(0);
        for tile in 0..4_usize {
            let pixels = four.pixels(u32::try_from(tile).unwrap());
            for (y, row) in pixels.chunks(60).enumerate() {
                let start = (tile / 2 * 40 + y) * 120 + tile % 2 * 60;
                assert_eq!(row, &whole[start..start + 60], "tile {tile}, row {y}");
            }
        }
    }

    #[test]
    fn a_tile_is_a_picture_with_the_checksum_of_its_pixels() {
        let set = set(4, 2);
        let Ok(Value::Picture(picture)) = set.compute(3) else {
            panic!("a tile is a picture");
        };
        let Contents::Here(bytes) = &picture.contents else {
            panic!("it was made here");
        };
        assert_eq!(bytes.len(), 54 + 1024 + 60 * 40);
        assert_eq!(picture.note, Some(format!("checksum {:08x}", checksum(&set.pixels(3)))));
    }

    #[test]
    fn engines_warm_up_with_points_of_both_kinds_and_no_picture() {
        let Ok(Value::Number(in_set)) = set(1, 1).compute(set(1, 1).short_input().unwrap()) else {
            panic!("no picture is made");
        };
        assert!((10..1000).contains(&in_set), "{in_set} of 1024");
    }

    #[test]
    fn fewer_tiles_than_a_row_has_are_in_the_middle_too() {
        assert_eq!(set(1, 5).pixels(0), set(1, 1).pixels(0));
    }

    #[test]
    fn a_checksum_is_fnv() {
        assert_eq!(checksum(b"foobar"), 0xbf9c_f968, "as in the reference's table");
    }

    #[test]
    fn rows_of_a_bitmap_begin_at_a_multiple_of_four() {
        let bytes = bitmap(3, 2, &[1, 2, 3, 4, 5, 6]);
        assert_eq!(bytes[bytes.len() - 8..], [1, 2, 3, 0, 4, 5, 6, 0]);
        assert_eq!(
            u32::from_le_bytes(bytes[2..6].try_into().unwrap()) as usize,
            bytes.len()
        );
    }

    #[test]
    fn the_set_is_black_and_nothing_else_is() {
        assert_eq!(colour(0), [0; 3]);
        assert!((1..=u8::MAX).all(|number| colour(number) != [0; 3]));
    }
}
