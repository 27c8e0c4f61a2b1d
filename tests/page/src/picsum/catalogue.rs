//! Which pictures there are, how large their originals are, and who took them.

use serde::Serialize;

/// One more than the highest number.
const END: u32 = 1085;
/// Numbers that were given to no picture, or to one that was taken back.
const MISSING: [u32; 2] = [86, 97];

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

/// The picture of that number, if there is one.
pub fn find(number: u32) -> Option<Picture> {
    (number < END && !MISSING.contains(&number)).then(|| describe(number))
}

/// The pictures of a page of the list, pages counting from 1.
pub fn page(page: usize, limit: usize) -> Vec<Picture> {
    let offset = page.saturating_sub(1).saturating_mul(limit);
    (0..END).filter_map(find).skip(offset).take(limit).collect()
}

fn describe(number: u32) -> Picture {
    let n = number as usize;
    let (width, height) = ORIGINAL_SIZES[n % ORIGINAL_SIZES.len()];
    let (first, last) = (FIRST_NAMES[n % FIRST_NAMES.len()], LAST_NAMES[n % LAST_NAMES.len()]);
    Picture {
        id: number.to_string(),
        author: format!("{first} {last}"),
        width,
        height,
        url: format!("https://unsplash.com/photos/stand-in-{number}"),
        download_url: format!("https://{}/id/{number}/{width}/{height}", super::FRONT),
    }
}

#[cfg(test)]
mod tests {
    use super::{find, page};

    #[test]
    fn pictures_86_and_97_are_missing_from_the_list_too() {
        let ids: Vec<String> = page(1, 100).into_iter().map(|picture| picture.id).collect();
        assert_eq!(ids.len(), 100);
        assert_eq!((ids[0].as_str(), ids[99].as_str()), ("0", "101"));
        assert!(!ids.iter().any(|id| id == "86" || id == "97"));
        assert!(find(86).is_none() && find(85).is_some());
        assert!(page(12, 100).is_empty(), "it is after the last");
    }
}
