//! `cargo xtask serve`: builds the site and serves it, with the headers that wasm threads need, to this machine only.

mod port;

use anyhow::Result;
use tokio::net::TcpListener;
use tokio::runtime;
use tokio::task::JoinSet;

use crate::process::say;
use crate::{paths, site};

/// Serves until it is interrupted, at the port that the options name or the next one that is free.
pub fn run(options: &[&str]) -> Result<()> {
    let wanted = port::wanted(options)?;
    site::build()?;
    let (port, listeners) = port::listen(wanted)?;
    if port != wanted {
        say(&format!("Port {wanted} is taken, so this is another one"));
    }
    say(&format!("Serving http://localhost:{port} (Ctrl-C ends it)"));

    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let app = server::new(&paths::dist());
        let mut servers = JoinSet::new();
        for listener in listeners {
            listener.set_nonblocking(true)?;
            let listener = TcpListener::from_std(listener)?;
            let app = app.clone();
            servers.spawn(async { axum::serve(listener, app).await });
        }
        while let Some(ended) = servers.join_next().await {
            ended??;
        }
        Ok(())
    })
}
