//! A long repeat is shown while it goes on.

use page_tests::Visit;

/// Calls back with the moments at which the right end of a lane's bars was seen further on, and with how often it was looked at.
const WATCH_BARS: &str = "
    const done = arguments[0]
    const root = document.documentElement
    const begin = performance.now()
    let last = ''
    let looks = 0
    const moments = []
    const look = () => {
        looks += 1
        const canvas = document.querySelector('#panels canvas')
        canvas?.scrollIntoView({ block: 'center' })
        const picture = canvas?.toDataURL() ?? ''
        if (picture !== last) moments.push(performance.now() - begin)
        last = picture
        if (['ready', 'running', 'loading'].includes(root.dataset.state)) requestAnimationFrame(look)
        else done([moments, looks])
    }
    document.getElementById('run').click()
    requestAnimationFrame(look)";

async fn the_bars_of_a_long_repeat_grow_at_least_four_times_a_second(visit: &Visit) {
    let Visit { site, page, .. } = visit;
    for executor in ["loop", "async"] {
        page.open_ready(site, &format!("task=fib&n=44&workers=2&repeats=1&executor={executor}"))
            .await;
        let (moments, looks): (Vec<f64>, u32) = page.eval_async(WATCH_BARS).await;
        let run = page.last_run().await;
        let seconds = run.times_ms[0] / 1000.0;
        if f64::from(looks) / seconds < 20.0 {
            return visit.skip(&format!("this machine draws {looks} frames in {seconds:.1} s"));
        }
        #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
        let a_second = moments.len() as f64 / seconds;
        assert!(a_second >= 4.0, "{executor}: {moments:?} in {seconds} s");
    }
}

in_engines!(Chromium, Firefox, WebKit: the_bars_of_a_long_repeat_grow_at_least_four_times_a_second);
