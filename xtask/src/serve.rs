//! `cargo xtask serve`: builds the site and serves it with the headers that wasm threads need, to this machine only, or by
//! HTTPS to others as well.

use std::net::IpAddr;

use anyhow::{Context, Result, bail};
use server::Files;
use server::port::{LOOPBACK, listen};

use crate::process::{cargo, run as run_to_its_end, say};
use crate::{paths, site};

/// Serves until it is interrupted, at the port that the options name or the next one that is free.
pub fn run(words: &[&str]) -> Result<()> {
    let (wanted, host) = read(words)?;
    site::build()?;
    if let Some(host) = host {
        // Another program, so that who doesn't need it doesn't wait until its cryptography is compiled.
        let mut server = cargo();
        server.args(["run", "--package=server", "--features=https", "--bin=https", "--"]);
        server.arg(paths::dist()).arg(host.to_string()).arg(wanted.to_string());
        return run_to_its_end(&mut server);
    }
    let (port, listeners) = listen(&LOOPBACK, wanted).context("can't serve")?;
    if port != wanted {
        say(&format!(
            "Port {wanted} is in use, so the server uses the next free one"
        ));
    }
    say(&format!("Serving http://localhost:{port} (press Ctrl-C to stop)"));

    server::serve(listeners, &Files::of(&paths::dist())).context("can't serve")
}

/// The port to try first, and the address to serve at if not to this machine only: `--port PORT` and `--host ADDRESS`, also with an
/// equals sign.
fn read(words: &[&str]) -> Result<(u16, Option<IpAddr>)> {
    let (mut port, mut host) = (8080, None);
    let mut words = words.iter().flat_map(|word| word.split('='));
    while let Some(name) = words.next() {
        let value = words.next().unwrap_or_default();
        match name {
            "--port" => match value.parse() {
                Ok(number @ 1..) => port = number,
                _ => bail!("--port needs a number from 1 to 65535, not {value:?}"),
            },
            "--host" => match value.parse() {
                Ok(address) => host = Some(address),
                Err(_) => {
                    bail!("--host needs an IP address of this machine, or 0.0.0.0 for all its addresses, not {value:?}")
                }
            },
            _ => bail!("unknown option `{name}`: serve has --port PORT and --host ADDRESS"),
        }
    }
    Ok((port, host))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn options_are_read_and_others_keep_their_defaults() {
        assert_eq!(read(&[]).unwrap(), (8080, None));
        let host = Some([192, 168, 0, 2].into());
        assert_eq!(
            read(&["--port", "9000", "--host", "192.168.0.2"]).unwrap(),
            (9000, host)
        );
        assert_eq!(read(&["--host=192.168.0.2", "--port=9000"]).unwrap(), (9000, host));
    }

    #[test]
    fn an_option_that_can_not_be_is_named() {
        let ports = ["0", "65536", "-1", "eighty", "", "80 "].map(|port| ["--port", port]);
        for [option, value] in ports
            .into_iter()
            .chain([["--host", "phone"], ["--prot", "80"], ["--host", ""]])
        {
            let error = read(&[option, value]).unwrap_err().to_string();
            assert!(
                error.contains(&format!("{value:?}")) || error.contains("`--prot`"),
                "{error}"
            );
        }
        assert!(read(&["--port"]).is_err());
    }
}
