//! The page, in each of its languages: index.html is the template of all.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};

use super::{Files, INDEX};
use crate::catalogue::{self, Catalogue};
use crate::language::{LANGUAGES, Language, file_of};
use crate::module::replace_once;
use crate::paths;

/// Where the policy goes.
const POLICY: &str = "{policy}";

/// The pages by their names.
pub type Pages = BTreeMap<String, String>;

/// Fills the template for each language.
///
/// # Errors
///
/// If a place in it is missing, or a text.
pub fn make(catalogue: &Catalogue, assets: &Files) -> Result<Pages> {
    let template = paths::root().join(INDEX);
    let template = fs::read_to_string(&template).with_context(|| format!("can't read {}", template.display()))?;
    let template = replace_once(&template, POLICY, server::POLICY)?;
    let pages = LANGUAGES.map(|(code, _)| {
        let language = Language::read(code)?;
        let page = with_preloads(&with_languages(&template, &language)?, code, assets)?;
        let page = catalogue::fill(&language.fill(&page)?, catalogue, &language)?;
        language.check_use()?;
        Ok((language.file(), without_indents(&page)))
    });
    pages.into_iter().collect()
}

/// The page without what is there for those who read its source: a sixth of it, on hosts that don't compress.
fn without_indents(page: &str) -> String {
    page.lines().map(str::trim_start).collect::<Vec<_>>().join("\n")
}

/// The page's script imports a chunk that it shares with what comes later, and its words: browsers that are told so load all at once.
fn with_preloads(page: &str, code: &str, assets: &Files) -> Result<String> {
    const SCRIPT: &str = r#"<script type="module""#;
    let words = format!("words/first/{code}.js");
    ensure!(
        assets.contains_key(&words),
        "www/{words} is missing: copy that of English"
    );
    let paths = assets
        .keys()
        .filter(|path| path.starts_with("entries/chunk-") || **path == words);
    let link = |path| format!("<link rel=\"modulepreload\" href=\"www/{path}\" fetchpriority=\"low\">\n");
    let links: String = paths.map(link).collect();
    replace_once(page, SCRIPT, &(links + SCRIPT))
}

/// Says which language the page is in, which others there are, and where they are.
fn with_languages(template: &str, language: &Language) -> Result<String> {
    let code = language.code;
    let link = |language: &str, of: &str| {
        let file = file_of(of);
        format!("<link rel=\"alternate\" hreflang=\"{language}\" href=\"{file}\">\n")
    };
    let switch = |(of, name): (&str, &str)| {
        let current = if of == code { r#" aria-current="true""# } else { "" };
        let file = file_of(of);
        format!(r#"<a href="{file}?lang={of}" hreflang="{of}" lang="{of}"{current}>{name}</a> "#)
    };
    let alternates = LANGUAGES.map(|(other, _)| link(other, other)).concat() + &link("x-default", LANGUAGES[0].0);
    let switches = LANGUAGES.map(switch).concat();
    let switch = format!(r#"<nav class="languages" aria-label="{{{{opening.languages}}}}">{switches}</nav>"#);
    let codes = LANGUAGES.map(|(code, _)| code).join(" ");
    [
        ("{lang}", code.to_owned()),
        ("{languages}", codes),
        ("<!-- alternates -->", alternates),
        ("<!-- languages -->", switch),
    ]
    .into_iter()
    .try_fold(template.to_owned(), |page, (place, contents)| {
        replace_once(&page, place, &contents)
    })
}

#[cfg(test)]
mod tests {
    use super::with_preloads;

    #[test]
    fn what_the_script_imports_is_loaded_with_it_and_what_comes_later_is_not() {
        const SCRIPT: &str = r#"<script type="module" src="www/entries/main.js">"#;
        let scripts = [
            "entries/chunk-A.js",
            "entries/further-B.js",
            "entries/main.js",
            "words/first/de.js",
            "words/first/en.js",
        ];
        let assets = scripts.map(|path| (path.to_owned(), Vec::new())).into();
        let page = with_preloads(SCRIPT, "de", &assets).unwrap();
        let links = page.strip_suffix(SCRIPT).unwrap();
        let loaded: Vec<_> = links.split('"').filter(|part| part.starts_with("www/")).collect();
        assert_eq!(loaded, ["www/entries/chunk-A.js", "www/words/first/de.js"]);
    }
}
