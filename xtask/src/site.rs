//! The site: static files that work from any folder of any host. All but its entry points are in a folder named after its
//! contents, so that a page never mixes two versions and a browser may keep them for ever.

mod pages;
mod publish;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, TryLockError};
use std::iter;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread::{self, ScopedJoinHandle};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use self::pages::Pages;
use crate::catalogue::Catalogue;
use crate::flavour::Flavour;
use crate::language::code_of;
use crate::module::{self, replace_once};
use crate::process::say;
use crate::toolchain::Toolchain;
use crate::{licences, minify, paths, stamp, wasm_opt};

/// A file's path, its folders separated by `/`, and its contents.
pub type Files = BTreeMap<String, Vec<u8>>;

const INDEX: &str = "index.html";
const SERVICE_WORKER: &str = "service-worker.js";
/// Where it lies in `www/`; in the site it lies at the root, since it serves what lies below it.
const SERVICE_WORKER_SOURCE: &str = "entries/service-worker.js";
/// What the service worker is made with, and who begins a project of their own copies.
const ISOLATE: &str = "isolate.js";
const ISOLATE_SOURCE: &str = "examples/minimal/isolate.js";
const ISOLATE_PLACE: &str = "worker.importScripts('isolate.js');";
const MANIFEST: &str = "manifest.webmanifest";
/// What says why the page's scripts didn't load. At the root, since their folder may be what is missing.
const FILE_NOTICE: &str = "file-notice.js";
const FILE_NOTICE_SOURCE: &str = "entries/file-notice.js";
/// For the type check, of no use to a browser.
const TYPE_CHECK: [&str; 2] = ["tsconfig.json", ".d.ts"];
const UNFILLED: &str = "const BUILD = { version: '', first: [], later: [], pages: {}, headers: {}, mark: '' }";
/// In each page, for the service worker, which leaves the pages of other projects alone.
const MARK: &str = "data-page=\"easy-concurrency\"";

/// Whose work is in the site, and on which terms.
pub const LICENCES: &str = "licences.txt";

/// Folders and files that the page is shown without, in the order in which it is likely to be wanted. Kept for use offline when there
/// is nothing else to do.
const LATER: [&str; 5] = ["threads/", "plain/", "pictures/", "icons/", LICENCES];

/// Builds both flavours and everything around them into `dist/`, and returns its files.
pub fn build() -> Result<Files> {
    let _turn = take_turn()?;
    let catalogue = Catalogue::read()?;
    catalogue.keep()?;
    let mut assets = Files::new();
    read_into(&mut assets, &paths::root().join("www"), "")?;
    let mut manifests = BTreeSet::new();
    for (flavour, module, crates) in build_modules()? {
        read_into(&mut assets, &module, &format!("{}/", flavour.name()))?;
        manifests.extend(crates);
    }
    licences::gather(&manifests, &mut assets)?;
    assets.retain(|path, _| !TYPE_CHECK.iter().any(|ending| path.ends_with(ending)));
    // The build has yet to fill it in, by lines that it knows.
    let service_worker = assets.remove_entry(SERVICE_WORKER_SOURCE);
    let isolate = paths::root().join(ISOLATE_SOURCE);
    let isolate = fs::read(&isolate).with_context(|| format!("can't read {}", isolate.display()))?;
    assets.insert(ISOLATE.to_owned(), isolate);
    minify::minify(&mut assets);
    assets.extend(service_worker);

    let files = assemble(pages::make(&catalogue, &assets)?, assets)?;
    publish::publish(&files, &paths::dist())?;
    Ok(files)
}

/// Builds both flavours at the same time, since each has long stretches that use one core only. Returns their folders,
/// and the manifests of the crates in them.
fn build_modules() -> Result<Vec<(Flavour, PathBuf, BTreeSet<PathBuf>)>> {
    Toolchain::check_folder()?;
    thread::scope(|scope| {
        // npm's packages arrive while the toolchain is installed.
        let optimizer = scope.spawn(wasm_opt::is_available);
        let toolchain = Toolchain::find()?;
        let builds = Flavour::ALL.map(|flavour| (flavour, scope.spawn(move || module::compile(toolchain, flavour))));
        let optimize = joined(optimizer);
        let modules = builds.map(|(flavour, build)| {
            let compiled = joined(build)?;
            Ok((
                flavour,
                module::finish(flavour, &compiled, optimize)?,
                compiled.manifests,
            ))
        });
        modules.into_iter().collect()
    })
}

/// What a thread returns; its panic goes on here.
fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}

/// Waits until no other `cargo xtask` builds the site: they write the same files. The turn ends with the file, or the program.
fn take_turn() -> Result<fs::File> {
    fs::create_dir_all(paths::target())?;
    let path = paths::target().join("site.lock");
    let file = fs::File::create(&path).with_context(|| format!("can't write {}", path.display()))?;
    // Where files can't be locked, as on some network drives, nobody waits.
    if let Err(TryLockError::WouldBlock) = file.try_lock() {
        say("Waiting for another build of the site to finish");
        file.lock().with_context(|| format!("can't lock {}", path.display()))?;
    }
    Ok(file)
}

/// Puts `assets` into their folder, and the pages, their service worker and their manifest beside that.
fn assemble(pages: Pages, mut assets: Files) -> Result<Files> {
    let version = version(&pages, &assets);
    let mut take = |name: &str| -> Result<String> {
        let contents = assets.remove(name).with_context(|| format!("www/{name} is missing"))?;
        Ok(String::from_utf8(contents)?)
    };
    let service_worker = replace_once(&take(SERVICE_WORKER_SOURCE)?, ISOLATE_PLACE, take(ISOLATE)?.trim_end())?;
    let manifest = take(MANIFEST)?;
    let file_notice = take(FILE_NOTICE_SOURCE)?;

    let mut files: Files = assets
        .into_iter()
        .map(|(path, contents)| (format!("{version}/{path}"), contents))
        .collect();
    let into_folder = |text: &str| text.replace("\"www/", &format!("\"{version}/")).into_bytes();
    files.insert(MANIFEST.to_owned(), into_folder(&manifest));
    files.insert(FILE_NOTICE.to_owned(), file_notice.into_bytes());
    let build = describe(&version, &pages, &files);
    for (name, page) in pages {
        ensure!(page.contains(MARK), "{INDEX} lacks {MARK}");
        files.insert(name, into_folder(&page));
    }
    files.insert(
        SERVICE_WORKER.to_owned(),
        replace_once(&service_worker, UNFILLED, &format!("const BUILD = {build}"))?.into_bytes(),
    );
    Ok(files)
}

/// What the service worker knows of the version: it is the one file that it need not keep itself.
fn describe(version: &str, pages: &Pages, files: &Files) -> serde_json::Value {
    let below = |start: &str| {
        let start = format!("{version}/{start}");
        files.keys().filter(move |file| file.starts_with(&start)).cloned()
    };
    let own = |page: &String| {
        let ending = format!("/{}.js", code_of(page));
        let own: Vec<_> = below("words/").filter(|file| file.ends_with(&ending)).collect();
        (page.clone(), own)
    };
    let pages: BTreeMap<String, Vec<String>> = pages.keys().map(own).collect();
    let of_pages = pages.iter().flat_map(|(page, own)| iter::once(page).chain(own));
    let later: Vec<String> = LATER.into_iter().flat_map(below).chain(of_pages.cloned()).collect();
    let first: Vec<_> = files.keys().filter(|file| !later.contains(file)).collect();
    json!({
        "version": version, "first": first, "later": later, "pages": pages,
        "headers": BTreeMap::from(server::HEADERS), "mark": MARK,
    })
}

/// What tells these contents from any others.
fn version(pages: &Pages, assets: &Files) -> String {
    let parts = assets.iter().flat_map(|(path, contents)| [path.as_bytes(), contents]);
    stamp::hash(parts.chain(pages.values().map(String::as_bytes)))
}

/// Adds the files below `folder`, `prefix` before their paths. Hidden files are none of the site's.
fn read_into(files: &mut Files, folder: &Path, prefix: &str) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("can't read {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            read_into(files, &path, &format!("{prefix}{name}/"))?;
        } else if !name.starts_with('.') {
            files.insert(format!("{prefix}{name}"), fs::read(&path)?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{
        FILE_NOTICE, FILE_NOTICE_SOURCE, Files, INDEX, ISOLATE, MANIFEST, Pages, SERVICE_WORKER, SERVICE_WORKER_SOURCE,
        assemble,
    };

    fn assets(style: &str) -> Files {
        let service_worker = "const BUILD = { version: '', first: [], later: [], pages: {}, headers: {}, mark: '' };\nworker.importScripts('isolate.js');\nrest";
        let files = [
            (ISOLATE, "isolate();\n"),
            ("page.css", style),
            ("icons/icon.svg", "<svg/>"),
            ("words/first/de.js", "los"),
            ("words/first/en.js", "go"),
            (SERVICE_WORKER_SOURCE, service_worker),
            (FILE_NOTICE_SOURCE, "why();"),
            (MANIFEST, r#"{"icons": [{"src": "www/icons/icon.svg"}]}"#),
        ];
        files.map(|(path, contents)| (path.to_owned(), contents.into())).into()
    }

    fn site(style: &str) -> (String, Files) {
        let index = r#"<html data-page="easy-concurrency"><link href="www/page.css"> See www/ for more."#;
        let pages = [INDEX, "de.html"].map(|name| (name.to_owned(), index.to_owned()));
        let files = assemble(pages.into(), assets(style)).unwrap();
        let folder = files
            .keys()
            .find_map(|path| path.strip_suffix("/page.css"))
            .unwrap()
            .to_owned();
        (folder, files)
    }

    fn text(files: &Files, path: &str) -> String {
        String::from_utf8(files[path].clone()).unwrap()
    }

    #[test]
    fn everything_but_the_entry_points_is_in_a_folder_named_after_its_contents() {
        let (folder, files) = site("a");
        assert_eq!(folder.len(), 16);
        let mut expected = [INDEX, "de.html", MANIFEST, SERVICE_WORKER, FILE_NOTICE]
            .map(str::to_owned)
            .to_vec();
        let assets = ["page.css", "icons/icon.svg", "words/first/de.js", "words/first/en.js"];
        expected.extend(assets.map(|name| format!("{folder}/{name}")));
        expected.sort();
        assert_eq!(files.keys().cloned().collect::<Vec<_>>(), expected);
        assert_eq!(site("a").0, folder);
        assert_ne!(site("b").0, folder);
    }

    #[test]
    fn references_lead_into_that_folder() {
        let (folder, files) = site("a");
        let page = format!(r#"<html data-page="easy-concurrency"><link href="{folder}/page.css"> See www/ for more."#);
        assert_eq!([INDEX, "de.html"].map(|name| text(&files, name)), [&*page, &page]);
        assert!(text(&files, MANIFEST).contains(&format!(r#""src": "{folder}/icons/icon.svg""#)));
    }

    #[test]
    fn the_service_worker_knows_the_version_and_every_other_file() {
        let (folder, files) = site("a");
        let script = text(&files, SERVICE_WORKER);
        assert!(script.contains("\nisolate();\nrest"), "{script}");
        let build = script
            .strip_prefix("const BUILD = ")
            .and_then(|rest| rest.split_once(";\n"));
        let build: serde_json::Value = serde_json::from_str(build.unwrap().0).unwrap();
        assert_eq!(build["version"], folder);
        let [style, icon, german, english] = ["page.css", "icons/icon.svg", "words/first/de.js", "words/first/en.js"]
            .map(|name| format!("{folder}/{name}"));
        assert_eq!(build["first"], json!([style, FILE_NOTICE, MANIFEST]));
        assert_eq!(build["later"], json!([icon, "de.html", german, INDEX, english]));
        assert_eq!(build["pages"], json!({ "de.html": [german], INDEX: [english] }));
        assert_eq!(files.len(), 9, "and itself");
    }

    #[test]
    fn a_service_worker_without_a_place_for_them_is_an_error() {
        let mut assets = assets("a");
        assets.insert(SERVICE_WORKER_SOURCE.to_owned(), "rest".into());
        assert!(assemble(Pages::new(), assets).is_err());
    }
}
