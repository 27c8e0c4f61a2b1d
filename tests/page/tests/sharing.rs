//! What a visitor takes along, and what comes in by a link.

use page_tests::page::Page;
use page_tests::{Visit, visit};
use serde_json::{Value, json};

#[test]
fn a_run_is_copied_as_json_csv_and_markdown_and_saved_as_a_trace() {
    visit(async |Visit { site, page, .. }| {
        let set_up = "task=fib&executor=processes&n=20&workers=2&repeats=3&run";
        let run = page.run(site, set_up).await;
        page.keep_what_is_saved().await;

        let copied: Value = serde_json::from_str(&taken(page, "Copy JSON").await).expect("JSON");
        assert_eq!(copied["executor"], "processes");
        let times: Vec<f64> = serde_json::from_value(copied["timesMs"].clone()).expect("numbers");
        assert_eq!(times, run.times_ms);
        let csv = taken(page, "Copy CSV").await;
        assert_eq!(csv.lines().count(), 1 + 3, "{csv}");
        let markdown = taken(page, "Copy Markdown").await;
        assert!(markdown.contains("| processes | 2 |"), "{markdown}");
        let trace: Value = serde_json::from_str(&taken(page, "Save trace").await).expect("JSON");
        let tasks = trace["traceEvents"].as_array().expect("events").iter();
        assert_eq!(tasks.filter(|event| event["cat"] == "task").count(), 20);
    });
}

#[test]
fn for_spreadsheets_csv_is_copied_as_a_table_too() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=map&n=20&repeats=3&run").await;
        let granted = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        page.browser().devtools("Browser.grantPermissions", granted).await;
        page.click("Copy CSV").await;
        page.when::<bool>("document.querySelector('#share-said').textContent.includes('copied')")
            .await;
        let copied = "
            const done = arguments[0]
            const read = async () => {
                const [item] = await navigator.clipboard.read()
                const [text, html] = await Promise.all(['text/plain', 'text/html'].map(async (type) => (await item.getType(type)).text()))
                const { rows } = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
                return [text, [...rows].map(({ cells }) => [...cells].map((cell) => cell.textContent).join(',') + '\\r\\n').join('')]
            }
            read().then(done)";
        let [text, table]: [String; 2] = page.eval_async(copied).await;
        assert_eq!(text.lines().count(), 1 + 3, "{text}");
        assert_eq!(text, table);
    });
}

#[test]
fn the_pictures_are_saved_in_a_zip_under_their_numbers() {
    visit(async |Visit { site, page, .. }| {
        let set_up = "task=pictures&repeats=1&executor=async&source=simulated&latency=1&run";
        page.run(site, set_up).await;
        page.keep_what_is_saved().await;
        let saved = "
            const [done] = arguments
            const said = document.querySelector('#share-said')
            new MutationObserver(() => done(said.textContent)).observe(said, { childList: true })
            document.querySelector('#save-zip').click()";
        let said: String = page.eval_async(saved).await;
        assert!(said.contains("saved"), "{said}");
        let zip: String = page.last_kept().await;
        assert!(zip.starts_with("PK"));
        let mut names: Vec<&str> = zip.split("PK\u{1}\u{2}").skip(1).map(name_in).collect();
        names.sort_by_key(|name| name.len());
        let expected: Vec<String> = (0..20).map(|id| format!("{id}.jpg")).collect();
        assert_eq!(names, expected);
    });
}

#[test]
fn a_link_leads_to_the_same_set_up() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "task=fib&executor=fork-join&n=22&workers=3&cutoff=12")
            .await;
        page.keep_what_is_saved().await;
        let link = taken(page, "Copy link").await;
        page.go(&format!("{link}&run")).await;
        page.wait_for(&["done"]).await;
        let run = page.last_run().await;
        assert_eq!(
            (run.executor.as_str(), run.workers, run.inputs.len()),
            ("fork-join", 3, 22)
        );
    });
}

#[test]
fn a_friends_results_lie_beside_ones_own() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=map&n=23&repeats=2&run").await;
        page.keep_what_is_saved().await;
        let link = taken(page, "Copy link with results").await;
        let theirs = page.text("#comparison tr[data-executor=map] .time").await;

        page.go("about:blank").await;
        page.go(&link).await;
        page.wait_for(&["ready"]).await;
        let shown = page.text("#comparison .friend:not(th)").await;
        assert!(theirs.starts_with(&shown), "{shown:?} is not {theirs:?}");
        page.run_by_click("Run").await;
        assert_eq!(page.text("#comparison tr[data-executor=map] .friend").await, shown);

        // Another link, opened in the same tab.
        let other = link.replace("%22map%22", "%22async%22");
        page.script::<()>("location.href = arguments[0]", vec![other.into()])
            .await;
        page.when::<bool>("document.querySelector('#comparison tr[data-executor=map] .friend').textContent === '–'")
            .await;
        assert!(page.texts("#comparison td.friend").await.contains(&shown));
    });
}

#[test]
fn a_broken_or_foreign_link_is_a_warning_and_never_html() {
    visit(async |Visit { site, page, .. }| {
        let hostile = "[1,\"<img src=x onerror=alert(1)>\",4,[[\"<b>loop</b>\",1,5]]]";
        for results in ["nonsense", "%5B1%2C2", "%FF", &hostile.replace('"', "%22")] {
            page.go("about:blank").await;
            page.go(&format!("{}#results={results}", site.address(""))).await;
            page.wait_for(&["ready"]).await;
            let warnings = page.warnings().await;
            assert_eq!(warnings.len(), 1, "{results}: {warnings:?}");
            assert!(warnings[0].contains("can’t be read"), "{results}: {warnings:?}");
            assert_eq!(page.all("img[src=x], #comparison b").await.len(), 0);
        }
    });
}

/// The name in an entry of a ZIP file's directory: 42 bytes after its signature, up to the next record.
fn name_in(entry: &str) -> &str {
    let start = entry.char_indices().nth(42).expect("a whole entry").0;
    entry[start..].split("PK").next().expect("a name")
}

/// What the button with this name copies or saves.
async fn taken(page: &Page, button: &str) -> String {
    page.click(button).await;
    page.last_kept().await
}
