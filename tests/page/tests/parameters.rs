//! The address's parameters on the page: what can't be used is named, and the form shows the defaults. Which values these are is
//! tested in tests/www/parameters.test.js.

use std::collections::BTreeMap;

use page_tests::page::Page;
use page_tests::site::Site;
use page_tests::{Visit, visit};

const PARAMETERS: [&str; 16] = [
    "task", "executor", "n", "count", "width", "height", "workers", "repeats", "cutoff", "order", "chunks", "source",
    "latency", "failures", "seed", "timeout",
];

#[test]
fn every_parameter_that_is_no_value_of_its_kind_is_named_and_its_default_used() {
    visit(async |Visit { site, page, .. }| {
        let defaults = set_up_of(page, site, "").await;
        let query: Vec<String> = PARAMETERS.iter().map(|name| format!("{name}=nonsense")).collect();
        assert_eq!(set_up_of(page, site, &query.join("&")).await, defaults);
        let warnings = page.warnings().await;
        for name in PARAMETERS {
            let naming = warnings.iter().filter(|warning| names(warning, name)).count();
            assert!(naming >= 1, "{name} is not named in {warnings:#?}");
        }
        assert_eq!(warnings.len(), PARAMETERS.len(), "{warnings:#?}");
    });
}

#[test]
fn a_run_goes_on_despite_a_warning() {
    visit(async |Visit { site, page, .. }| {
        let run = page.run(site, "task=fib&n=20&repeats=3&workers=many&run").await;
        assert_eq!(run.inputs.len(), 20);
        assert_eq!(run.repeats, 3);
        assert!(page.warnings().await.iter().any(|warning| names(warning, "workers")));
    });
}

#[test]
fn a_warning_is_text_whatever_the_address_says() {
    visit(async |Visit { site, page, .. }| {
        set_up_of(
            page,
            site,
            "n=<img%20src=x%20onerror=document.title='caught'>&%3Cb%3Ebold=1",
        )
        .await;
        assert_eq!(page.all("#warnings img, #warnings b").await.len(), 0);
        assert_ne!(page.browser().client().title().await.expect("a title"), "caught");
    });
}

/// What the form shows.
async fn set_up_of(page: &Page, site: &Site, query: &str) -> BTreeMap<String, String> {
    page.open_ready(site, query).await;
    let script = "
        const value = (name) => {
            const control = document.querySelector(`[name='${name}']:is(:checked, :not([type=radio]))`)
            return control ? control.value : 'no control'
        }
        return Object.fromEntries(arguments[0].map((name) => [name, value(name)]))";
    page.script(script, vec![PARAMETERS.as_slice().into()]).await
}

/// Whether a text has this word.
fn names(text: &str, word: &str) -> bool {
    text.split(|character: char| !character.is_alphanumeric())
        .any(|part| part == word)
}
