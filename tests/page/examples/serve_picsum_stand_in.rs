//! Runs the stand-in for Lorem Picsum by hand: `cargo run -p page-tests --example serve_picsum_stand_in [milliseconds a hop]`.

use std::time::Duration;

use page_tests::picsum::Picsum;

#[tokio::main]
async fn main() {
    let latency = std::env::args().nth(1).map_or(100, |milliseconds| {
        let number = milliseconds.parse();
        number.expect("the latency of a hop is a number of milliseconds")
    });
    let picsum = Picsum::start().await;
    picsum.set_latency(Duration::from_millis(latency));

    for (name, address) in picsum.hosts() {
        println!("https://{name} is at {address}, {latency} ms a hop");
    }
    let profile = std::env::temp_dir().join("easy-concurrency-profile");
    let [hosts, key] = picsum.chromium_flags();
    println!("\nA Chromium that downloads from here, with the page at its default address:\n");
    println!(
        "chromium --user-data-dir='{}' '{hosts}' '{key}' http://localhost:8080/",
        profile.display()
    );
    println!("\nCtrl+C ends it.");
    std::future::pending::<()>().await;
}
