//! Each fault of the picture service costs its own picture and no other, and is named as what it was.

use page_tests::browser::Engine;
use page_tests::executors::FOR_PICTURES;
use page_tests::picsum::{Fault, Hop, Picsum};
use page_tests::run::{Outcome, Run};
use page_tests::{Visit, visit};

/// How long a picture may take. Long, as machines that run tests are busy; two pictures need it all, twice.
const TIMEOUT_MS: u32 = 3000;

/// What comes of a fault that stays, and after how many tries.
type Case = (Fault, Tries, Ending);

enum Tries {
    Once,
    /// Once more, as it might pass.
    Twice,
    /// As often as it takes.
    Any,
    /// Twice, and the browser follows redirects or tries again by itself.
    AtLeastTwice,
}

enum Ending {
    /// With so many bytes.
    Saved(u64),
    /// With this code, and this status if the server gave one.
    Failed(&'static str, u16),
    /// With a code that says that it broke off; WebKit may not even tell that an answer had begun.
    BrokenOff,
}

use Ending::{BrokenOff, Failed, Saved};
use Tries::{Any, AtLeastTwice, Once, Twice};

/// The fault of picture 0, that of picture 1, and so on.
const LASTING: [Case; 14] = [
    (Fault::NotFound, Once, Failed("error-status", 404)),
    (Fault::ServerError, Twice, Failed("error-status", 500)),
    (Fault::Unavailable, Twice, Failed("no-answer", 0)),
    (Fault::Refused, AtLeastTwice, Failed("no-answer", 0)),
    (Fault::Reset, Twice, BrokenOff),
    (Fault::ShortBody, Twice, BrokenOff),
    (Fault::EmptyBody, Once, Failed("empty-answer", 0)),
    (Fault::WrongType, Once, Failed("not-a-picture", 0)),
    (Fault::NotAPicture, Once, Failed("not-a-picture", 0)),
    // Only who shows it finds out.
    (Fault::Undecodable, Once, Saved(7)),
    (Fault::RedirectLoop, AtLeastTwice, Failed("no-answer", 0)),
    (Fault::Silence, Twice, Failed("timed-out", 0)),
    (Fault::Trickle, Twice, Failed("timed-out", 0)),
    (Fault::Huge, Any, Saved(20_000_000)),
];

/// The pictures after those meet one of these at the first try only.
const PASSING: [Fault; 5] = [
    Fault::ServerError,
    Fault::Unavailable,
    Fault::Refused,
    Fault::Reset,
    Fault::ShortBody,
];

/// So many pictures more are sent as they should be.
const SOUND: usize = 6;

const COUNT: usize = LASTING.len() + PASSING.len() + SOUND;

in_engines!(Chromium, Firefox, WebKit: every_fault_fails_its_own_picture_by_name_and_no_other_under_every_executor);

async fn every_fault_fails_its_own_picture_by_name_and_no_other_under_every_executor(visit: &Visit) {
    visit.expect_in_console("picsum.photos");
    // Each takes long, since some faults are silence.
    let executors: &[&str] = match visit.page.browser().engine() {
        Engine::Chromium => &FOR_PICTURES,
        Engine::Firefox => &["processes"],
        _ => &["async"],
    };
    for executor in executors {
        meet_all_faults(visit, executor).await;
    }
}

#[test]
fn what_begins_like_a_picture_and_cannot_be_shown_is_shown_as_failed_in_its_place() {
    visit(async |Visit { picsum, site, page, .. }| {
        picsum.fail(1, Fault::Undecodable);
        page.run(site, "task=pictures&repeats=1&executor=async&count=3&run")
            .await;
        let failed = "[...document.querySelectorAll('#gallery figure.failed')]
            .map((figure) => [Number(figure.dataset.input), figure.textContent])[0]";
        let (input, caption): (u32, String) = page.when(failed).await;
        assert_eq!(input, 1);
        assert!(caption.contains("not a picture"), "{caption}");
        assert_eq!(page.all("#gallery figure.saved").await.len(), 2);
    });
}

/// Downloads with every fault in one run.
async fn meet_all_faults(Visit { picsum, site, page, .. }: &Visit, executor: &str) {
    for (id, (fault, ..)) in (0..).zip(&LASTING) {
        picsum.fail(id, *fault);
    }
    for (id, fault) in (LASTING.len()..).zip(PASSING) {
        picsum.fail_times(number(id), 1, fault);
    }
    let before = tries(picsum);
    let set_up = format!("task=pictures&repeats=1&executor={executor}&count={COUNT}&timeout={TIMEOUT_MS}&run");
    let run = page.run(site, &set_up).await;

    for (id, (fault, expected, ending)) in LASTING.iter().enumerate() {
        check(&run, id, ending, &format!("{executor}, {fault:?}"));
        let tried = tries(picsum)[id] - before[id];
        let as_expected = match expected {
            // When a stream breaks, WebKit may give up the connection and with it what others are downloading.
            _ if page.browser().engine() == Engine::WebKit => tried >= 1,
            Any => tried >= 1,
            Once => tried == 1,
            Twice => tried == 2,
            AtLeastTwice => tried >= 2,
        };
        assert!(as_expected, "{executor}, {fault:?}: tried {tried} times");
    }
    for id in LASTING.len()..COUNT {
        let length = picsum.file(number(id), 200, 300).await.len() as u64;
        check(&run, id, &Saved(length), &format!("{executor}, picture {id}"));
    }
    let saved = run.results.iter().flatten().count();
    assert_eq!(saved + run.failures.len(), COUNT, "{executor}");
    run.check_lanes();
    run.check_bars();
}

fn check(run: &Run, id: usize, ending: &Ending, case: &str) {
    let failures = run.failures.iter().filter(|failure| failure.input == number(id));
    let faults: Vec<_> = failures.map(|failure| &failure.fault).collect();
    match (ending, &run.results[id], faults.as_slice()) {
        (Saved(length), Some(Outcome::Picture { bytes, .. }), []) => assert_eq!(bytes, length, "{case}"),
        (Failed(..) | BrokenOff, None, [fault]) => {
            let as_expected = match ending {
                Failed(code, status) => (fault.code.as_str(), fault.status) == (*code, *status),
                _ => ["broke-off", "too-short", "no-answer"].contains(&fault.code.as_str()),
            };
            assert!(as_expected, "{case}: {fault:?}");
            assert_eq!(fault.url, format!("https://picsum.photos/id/{id}/200/300"), "{case}");
        }
        (_, result, faults) => panic!("{case}: {result:?}, {faults:?}"),
    }
}

/// How often each picture was asked for.
fn tries(picsum: &Picsum) -> Vec<usize> {
    (0..COUNT)
        .map(|id| picsum.journal().count(Hop::Front, number(id)))
        .collect()
}

fn number(id: usize) -> u32 {
    u32::try_from(id).expect("a picture's number is small")
}
