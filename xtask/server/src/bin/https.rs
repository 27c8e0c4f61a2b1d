//! `https FOLDER ADDRESS PORT`: what `cargo xtask serve --host ADDRESS` starts.

use std::env;
use std::error::Error;
use std::net::{IpAddr, SocketAddr};
use std::path::Path;

use server::port::listen;
use server::{Files, https};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<_> = env::args().skip(1).collect();
    let [folder, host, wanted] = words.as_slice() else {
        return Err("https needs a folder, an address and a port".into());
    };
    let host: IpAddr = host.parse()?;
    let (port, listeners) = listen(&[host], wanted.parse()?)
        .map_err(|error| format!("can't serve at {host}: {error} (it has to be an address of this machine)"))?;
    let addresses = https::reachable_at(host)?;
    let certificate = https::certificate(&addresses)?;

    for address in &addresses {
        eprintln!(
            "» Serving https://{} (press Ctrl-C to stop)",
            SocketAddr::new(*address, port)
        );
    }
    if !host.is_loopback() {
        eprintln!("» Until you stop it, anyone who can reach this machine can open the page.");
    }
    eprintln!("» The certificate is self-signed, so browsers warn about it. Accept it to go on.");
    https::serve(listeners, &Files::of(Path::new(folder)), certificate)?;
    Ok(())
}
