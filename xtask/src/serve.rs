//! `cargo xtask serve`: builds the site and serves it with the headers that wasm threads need, to this machine only, or by
//! HTTPS to others as well.

mod options;

use anyhow::{Context, Result};
use server::Files;
use server::port::{LOOPBACK, listen};

use crate::process::{cargo, run as run_to_its_end, say};
use crate::{paths, site};

/// Serves until it is interrupted, at the port that the options name or the next one that is free.
pub fn run(words: &[&str]) -> Result<()> {
    let options = options::read(words)?;
    site::build()?;
    if let Some(host) = options.host {
        // Another program, so that who doesn't need it doesn't wait until its cryptography is compiled.
        let mut server = cargo();
        server.args(["run", "--package=server", "--features=https", "--bin=https", "--"]);
        server
            .arg(paths::dist())
            .arg(host.to_string())
            .arg(options.port.to_string());
        return run_to_its_end(&mut server);
    }
    let (port, listeners) = listen(&LOOPBACK, options.port).context("can't serve")?;
    if port != options.port {
        say(&format!("Port {} is taken, so this is another one", options.port));
    }
    say(&format!("Serving http://localhost:{port} (Ctrl-C ends it)"));

    server::serve(listeners, &Files::of(&paths::dist())).context("can't serve")
}
