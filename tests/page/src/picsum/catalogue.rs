//! Which pictures there are, how large their originals are, and who took them.

use serde::Serialize;

/// One more than the highest number.
const END: u32 = 1085;
/// Numbers that were given to no picture, or to one that was taken back.
const MISSING: [u32; 2] = [86, 97];
/// The longest side that a picture can be asked for.
const LONGEST_SIDE: u32 = 5000;

const FIRST_NAMES: [&str; 7] = ["Ada", "Bjarne", "Chidi", "Dolores", "Emre", "Fumiko", "Grace"];
const LAST_NAMES: [&str; 5] = ["Abara", "Berg", "Cruz", "Doğan", "Endo"];
const ORIGINAL_SIZES: [(u32, u32); 3] = [(1500, 1000), (1600, 1200), (1000, 1500)];

/// A picture as `/v2/list` and `/id/{id}/info` describe it.
#[derive(Debug, Serialize)]
pub struct Picture {
    /// Its number, which picsum writes as a string.
    id: String,
    author: String,
    width: u32,
    height: u32,
    /// The photographer's own page of it.
    url: String,
    download_url: String,
}

/// Why a picture can't be had in a size.
#[derive(Debug, PartialEq, Eq)]
pub enum Refusal {
    NoSuchPicture,
    InvalidSize,
}

/// Looks a picture up by the text in an address.
pub fn find(id: &str) -> Result<Picture, Refusal> {
    let number = id.parse().map_err(|_| Refusal::NoSuchPicture)?;
    if (0..END).contains(&number) && !MISSING.contains(&number) {
        Ok(describe(number))
    } else {
        Err(Refusal::NoSuchPicture)
    }
}

/// The pictures of a page of the list, pages counting from 1.
pub fn page(page: usize, limit: usize) -> Vec<Picture> {
    let offset = page.saturating_sub(1).saturating_mul(limit);
    (0..END)
        .filter(|number| !MISSING.contains(number))
        .skip(offset)
        .take(limit)
        .map(describe)
        .collect()
}

impl Picture {
    /// The size in which a picture is sent when this one is asked for: 0 stands for the original's.
    pub fn fit(&self, width: &str, height: &str) -> Result<(u32, u32), Refusal> {
        let side = |asked: &str, original: u32| match asked.parse() {
            Ok(0) => Ok(original),
            Ok(side @ 1..=LONGEST_SIDE) => Ok(side),
            _ => Err(Refusal::InvalidSize),
        };
        Ok((side(width, self.width)?, side(height, self.height)?))
    }
}

fn describe(number: u32) -> Picture {
    let n = number as usize;
    let (width, height) = ORIGINAL_SIZES[n % ORIGINAL_SIZES.len()];
    Picture {
        id: number.to_string(),
        author: format!(
            "{} {}",
            FIRST_NAMES[n % FIRST_NAMES.len()],
            LAST_NAMES[n % LAST_NAMES.len()]
        ),
        width,
        height,
        url: format!("https://unsplash.com/photos/stand-in-{number}"),
        download_url: format!("https://{}/id/{number}/{width}/{height}", super::FRONT),
    }
}

#[cfg(test)]
mod tests {
    use super::{Refusal, find, page};

    #[test]
    fn pictures_86_and_97_are_missing_from_the_list_too() {
        let ids: Vec<String> = page(1, 100).into_iter().map(|picture| picture.id).collect();
        assert_eq!(ids.len(), 100);
        assert_eq!((ids[0].as_str(), ids[99].as_str()), ("0", "101"));
        assert!(!ids.iter().any(|id| id == "86" || id == "97"));
        assert_eq!(find("86").err(), Some(Refusal::NoSuchPicture));
    }

    #[test]
    fn a_page_after_the_last_is_empty() {
        assert!(page(12, 100).is_empty());
        assert!(page(usize::MAX, usize::MAX).is_empty());
    }

    #[test]
    fn any_size_up_to_5000_fits_and_0_is_the_originals() {
        let picture = find("0").expect("picture 0 exists");
        assert_eq!(picture.fit("1", "5000"), Ok((1, 5000)));
        assert_eq!(picture.fit("0", "0"), Ok((1500, 1000)));
        assert_eq!(picture.fit("5001", "1"), Err(Refusal::InvalidSize));
        assert_eq!(picture.fit("1", "99999999999"), Err(Refusal::InvalidSize));
    }
}
