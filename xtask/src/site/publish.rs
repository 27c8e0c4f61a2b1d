//! Puts the site into `dist/` while others read there: a server, open pages, a version control system. The folder itself may be a
//! mount point or a link, and what the build didn't make in it stays.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::{Files, INDEX};
use crate::process::say;

/// A file in each folder that a build has made.
const MARK: &str = "plain/easy_concurrency_bg.wasm";

/// Writes the new version's folder, then the entry points, each by a rename: at any time `dist` holds one whole version, also when
/// the disk fills up. The folder of the version before stays for pages that are open; older ones are deleted.
///
/// # Errors
///
/// If something can't be written, with its path. The site that was there is whole then.
pub fn publish(files: &Files, dist: &Path) -> Result<()> {
    fs::create_dir_all(dist).with_context(|| format!("can't create {}", dist.display()))?;
    let before = version_in(dist);
    let mut files: Vec<_> = files.iter().collect();
    files.sort_by_key(|(path, _)| turn(path));
    for (path, contents) in files {
        replace(&dist.join(path), contents)?;
    }
    let now = version_in(dist);
    if now != before {
        delete_versions_but(dist, &[before, now])?;
    }
    Ok(())
}

/// When a file is written: the mark first, so that a later build can tell whose a folder is that this one didn't complete; the pages
/// last, once all that they load is there.
fn turn(path: &str) -> usize {
    let is_page = path
        .rsplit_once('.')
        .is_some_and(|(name, kind)| kind == "html" && !name.contains('/'));
    let later = [!path.ends_with(MARK), !path.contains('/'), is_page, path == INDEX];
    later.into_iter().filter(|&is| is).count()
}

/// Writes a file by a rename, unless it has these contents already.
fn replace(path: &Path, contents: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|there| there == contents) {
        return Ok(());
    }
    let new = path.with_added_extension("new");
    let written = path
        .parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(&new, contents))
        .and_then(|()| fs::rename(&new, path));
    written.with_context(|| {
        // Frees the space that the partial file takes.
        let _ = fs::remove_file(&new);
        format!("can't write {}", path.display())
    })
}

/// The name of the folder that the page in `dist` loads from.
fn version_in(dist: &Path) -> Option<String> {
    let page = fs::read_to_string(dist.join(INDEX)).ok()?;
    let folders = page.split('"').filter_map(|text| text.split_once('/'));
    folders
        .map(|(folder, _)| folder)
        .find(|folder| is_version(folder))
        .map(str::to_owned)
}

/// Whether a build names a folder so.
fn is_version(name: &str) -> bool {
    name.len() == 16 && name.bytes().all(|digit| digit.is_ascii_hexdigit())
}

fn delete_versions_but(dist: &Path, kept: &[Option<String>]) -> Result<()> {
    for entry in fs::read_dir(dist).with_context(|| format!("can't read {}", dist.display()))? {
        let entry = entry?;
        let name = entry.file_name().into_string().unwrap_or_default();
        if !is_version(&name) || kept.contains(&Some(name)) || !entry.path().join(MARK).exists() {
            continue;
        }
        if let Err(error) = fs::remove_dir_all(entry.path()) {
            // The site is published all the same.
            say(&format!(
                "Can't delete the older version {}: {error}",
                entry.path().display()
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::{Files, MARK, publish};

    const VERSIONS: [&str; 3] = ["0000000000000001", "0000000000000002", "0000000000000003"];

    fn empty_folder(test: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("publish-{}-{test}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn site(version: &str) -> Files {
        let files = [
            ("index.html".to_owned(), format!("<script src=\"{version}/main.js\">")),
            ("de.html".to_owned(), version.to_owned()),
            ("service-worker.js".to_owned(), version.to_owned()),
            ("manifest.webmanifest".to_owned(), version.to_owned()),
            ("file-notice.js".to_owned(), version.to_owned()),
            (format!("{version}/main.js"), version.to_owned()),
            (format!("{version}/{MARK}"), version.to_owned()),
        ];
        files.map(|(path, text)| (path, text.into_bytes())).into()
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn the_version_before_stays_and_older_ones_go_and_nothing_else_does() {
        let dist = empty_folder("versions");
        let others = ["CNAME", ".nojekyll", ".git", "00000000000000ff"];
        for other in others {
            fs::create_dir(dist.join(other)).unwrap();
        }
        for version in VERSIONS {
            publish(&site(version), &dist).unwrap();
        }
        publish(&site(VERSIONS[2]), &dist).unwrap();
        let entry_points = [
            "de.html",
            "file-notice.js",
            "index.html",
            "manifest.webmanifest",
            "service-worker.js",
        ];
        let mut expected = [&others[..], &VERSIONS[1..], &entry_points].concat();
        expected.sort_unstable();
        assert_eq!(names(&dist), expected);
        fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn a_site_that_can_not_be_written_leaves_the_one_that_was_there() {
        let dist = empty_folder("failure");
        publish(&site(VERSIONS[0]), &dist).unwrap();
        // Where the new version's folder should be.
        fs::write(dist.join(VERSIONS[1]), "in the way").unwrap();
        let error = publish(&site(VERSIONS[1]), &dist).unwrap_err().to_string();
        assert!(error.contains(VERSIONS[1]), "{error}");
        for (path, contents) in site(VERSIONS[0]) {
            assert_eq!(fs::read(dist.join(path)).unwrap(), contents);
        }
        fs::remove_dir_all(dist).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_is_a_link_stays_one() {
        let real = empty_folder("real");
        let dist = real.with_extension("link");
        let _ = fs::remove_file(&dist);
        std::os::unix::fs::symlink(&real, &dist).unwrap();
        publish(&site(VERSIONS[0]), &dist).unwrap();
        assert!(dist.is_symlink());
        assert!(real.join("index.html").exists());
        fs::remove_file(dist).unwrap();
        fs::remove_dir_all(real).unwrap();
    }
}
