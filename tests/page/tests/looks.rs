//! What carries meaning stays visible in contrast themes and on paper.

use page_tests::page::Page;
use page_tests::{Visit, visit};
use serde_json::{Value, json};

/// Gives the colours of the first panel's computing, the key's swatch and a bar of the table; and that of the paper.
const COLOURS: &str = "
    const canvas = document.querySelector('#panels .panel:last-child canvas')
    const { data } = canvas.getContext('2d').getImageData(0, Math.floor(canvas.height / 4), canvas.width, 1)
    const counts = {}
    for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] === 255) counts[`rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`] = (counts[`rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`] ?? 0) + 1
    }
    const background = (selector) => getComputedStyle(document.querySelector(selector)).backgroundColor
    return [
        Object.entries(counts).sort(([, one], [, other]) => other - one)[0][0],
        background('.swatch.compute'), background('#comparison .bar'), getComputedStyle(document.documentElement).backgroundColor,
    ]";

async fn emulate(page: &Page, media: &str, features: Value) {
    page.browser()
        .devtools(
            "Emulation.setEmulatedMedia",
            json!({ "media": media, "features": features }),
        )
        .await;
    // What hears of it paints within two frames; and one more has shown that.
    let frames = "
        const [done] = arguments
        const after = (frames) => requestAnimationFrame(() => frames > 0 ? after(frames - 1) : done(null))
        after(4)";
    page.eval_async::<()>(frames).await;
}

async fn colours(page: &Page) -> [String; 4] {
    page.eval(COLOURS).await
}

#[test]
fn in_a_contrast_theme_bars_and_swatches_have_its_colours_and_patterns_stay() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=loop&n=30&repeats=2&run").await;
        let [usual, ..] = colours(page).await;
        emulate(page, "", json!([{ "name": "forced-colors", "value": "active" }])).await;
        let [painted, swatch, bar, paper] = colours(page).await;
        assert!(painted == swatch && swatch == bar, "{painted}, {swatch}, {bar}");
        assert!(painted != paper && painted != usual, "{painted} on {paper}");
        for kind in ["io", "lock", "startup", "warmup"] {
            let pattern: String = page
                .script(
                    "return getComputedStyle(document.querySelector(arguments[0])).backgroundImage",
                    vec![json!(format!(".swatch.{kind}"))],
                )
                .await;
            assert!(pattern.contains("gradient"), "{kind}: {pattern}");
        }
    });
}

#[test]
fn what_is_printed_from_a_dark_page_is_ink_on_paper() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=loop&n=30&repeats=2&run").await;
        let [light, ..] = colours(page).await;
        let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
        emulate(page, "", dark.clone()).await;
        assert_ne!(colours(page).await[0], light, "the page is dark");
        emulate(page, "print", dark.clone()).await;
        let [painted, swatch, bar, paper] = colours(page).await;
        assert_eq!([&painted, &swatch, &bar], [&light; 3]);
        assert_ne!(paper, "rgb(16, 22, 21)", "paper is not dark");
        let pressed: Vec<bool> = page
            .eval("return [...document.querySelectorAll('button')].map((button) => button.getClientRects().length > 0)")
            .await;
        assert!(!pressed.contains(&true), "there is nothing to press on paper");

        emulate(page, "", dark).await;
        assert_ne!(colours(page).await[0], light, "afterwards the page is dark again");
    });
}
