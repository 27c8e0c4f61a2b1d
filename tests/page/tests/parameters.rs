//! The address's parameters: what can't be used is named, and the defaults go on.

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
    expect_warnings_and_defaults(|name| format!("{name}=nonsense"));
}

#[test]
fn every_empty_parameter_is_named_and_its_default_used() {
    expect_warnings_and_defaults(|name| format!("{name}="));
}

#[test]
fn every_repeated_parameter_is_named_and_its_default_used() {
    expect_warnings_and_defaults(|name| format!("{name}=7&{name}=8"));
}

#[test]
fn every_number_out_of_range_is_named_and_its_default_used() {
    visit(async |Visit { site, page, .. }| {
        let fib = [
            ("n", "0"),
            ("n", "51"),
            ("workers", "0"),
            ("workers", "65"),
            ("repeats", "0"),
            ("repeats", "101"),
        ];
        let fork_join = [("cutoff", "0"), ("cutoff", "1000000"), ("cutoff", "automatic")];
        let picsum = [
            ("count", "0"),
            ("count", "1001"),
            ("width", "5001"),
            ("height", "-1"),
            ("timeout", "99"),
        ];
        let simulated = [
            ("latency", "10001"),
            ("failures", "101"),
            ("seed", "4294967296"),
            ("timeout", "120001"),
        ];
        for (set_up, cases) in [
            ("task=fib", fib.as_slice()),
            ("task=fib&executor=fork-join", &fork_join),
            ("task=pictures", &picsum),
            ("task=pictures&source=simulated", &simulated),
        ] {
            let defaults = set_up_of(page, site, set_up).await;
            for (name, value) in cases {
                assert_eq!(
                    set_up_of(page, site, &format!("{set_up}&{name}={value}")).await,
                    defaults,
                    "{name}={value}"
                );
                let warnings = page.warnings().await;
                assert!(
                    warnings.len() == 1 && names(&warnings[0], name),
                    "{name}={value}: {warnings:?}"
                );
            }
        }
    });
}

#[test]
fn an_unknown_parameter_is_named() {
    visit(async |Visit { site, page, .. }| {
        set_up_of(page, site, "colour=green").await;
        let warnings = page.warnings().await;
        assert!(warnings.len() == 1 && names(&warnings[0], "colour"), "{warnings:?}");
    });
}

#[test]
fn an_impossible_pair_is_named_and_the_default_executor_used() {
    visit(async |Visit { site, page, .. }| {
        let set_up = set_up_of(page, site, "task=pictures&executor=fork-join").await;
        assert_eq!(
            (set_up["task"].as_str(), set_up["executor"].as_str()),
            ("pictures", "loop")
        );
        let warnings = page.warnings().await;
        assert!(warnings.len() == 1 && names(&warnings[0], "executor"), "{warnings:?}");
    });
}

#[test]
fn a_run_goes_on_despite_a_warning() {
    visit(async |Visit { site, page, .. }| {
        let run = page.run(site, "task=fib&n=20&repeats=many&run").await;
        assert_eq!(run.inputs.len(), 20);
        assert!(run.repeats >= 5, "it is repeated until it is sure");
        assert!(page.warnings().await.iter().any(|warning| names(warning, "repeats")));
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

fn expect_warnings_and_defaults(bad: impl Fn(&str) -> String) {
    visit(async |Visit { site, page, .. }| {
        let defaults = set_up_of(page, site, "").await;
        let query: Vec<String> = PARAMETERS.iter().map(|name| bad(name)).collect();
        assert_eq!(set_up_of(page, site, &query.join("&")).await, defaults);
        let warnings = page.warnings().await;
        for name in PARAMETERS {
            let naming = warnings.iter().filter(|warning| names(warning, name)).count();
            assert!(naming >= 1, "{name} is not named in {warnings:#?}");
        }
        assert_eq!(warnings.len(), PARAMETERS.len(), "{warnings:#?}");
    });
}

/// What the form shows.
async fn set_up_of(page: &Page, site: &Site, query: &str) -> BTreeMap<String, String> {
    page.open(site, query).await;
    page.wait_for(&["ready"]).await;
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
