//! Doing things once: what has been made from the same inputs is not made again.

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result};

/// Calls `make`, unless it last succeeded under this stamp with the same inputs and the same build of xtask.
pub fn unless_unchanged(stamp: &Path, inputs: &[&[u8]], make: impl FnOnce() -> Result<()>) -> Result<()> {
    let fresh = hash(inputs.iter().copied().chain([build_of_xtask()?.as_slice()]));
    if fs::read_to_string(stamp).is_ok_and(|last| last == fresh) {
        return Ok(());
    }
    // Removed first, so that a `make` that is interrupted counts as not made.
    let _ = fs::remove_file(stamp);
    make()?;
    fs::write(stamp, fresh).with_context(|| format!("can't write {}", stamp.display()))
}

/// 64 bits of a list of byte strings as 16 hexadecimal digits: enough to tell versions apart that nobody forges. Where one string
/// ends and the next begins counts too.
pub fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = DefaultHasher::new();
    parts.into_iter().for_each(|part| part.hash(&mut hasher));
    format!("{:016x}", hasher.finish())
}

/// Changes when xtask itself has been changed.
fn build_of_xtask() -> Result<Vec<u8>> {
    let modified = fs::metadata(env::current_exe()?)?.modified()?;
    Ok(modified.duration_since(UNIX_EPOCH)?.as_nanos().to_le_bytes().to_vec())
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::{hash, unless_unchanged};

    #[test]
    fn what_succeeded_is_made_again_with_other_inputs_only() {
        let stamp = std::env::temp_dir().join(format!("xtask-stamp-{}", std::process::id()));
        let count = Cell::new(0);
        let made = |input: &[u8], succeeds: bool| {
            let _ = unless_unchanged(&stamp, &[input], || {
                count.set(count.get() + 1);
                if succeeds { Ok(()) } else { anyhow::bail!("no") }
            });
            count.get()
        };
        assert_eq!(made(b"one", false), 1);
        assert_eq!(made(b"one", true), 2, "it failed");
        assert_eq!(made(b"one", true), 2);
        assert_eq!(made(b"two", true), 3);
        std::fs::remove_file(&stamp).unwrap();
    }

    #[test]
    fn the_hash_tells_where_parts_end() {
        assert_eq!(hash([b"ab".as_slice()]).len(), 16);
        assert_ne!(hash([b"ab".as_slice(), b"c"]), hash([b"a".as_slice(), b"bc"]));
    }
}
