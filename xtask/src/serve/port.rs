//! Where to listen: on loopback, at the first free port.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener};

use anyhow::{Context, Result, bail, ensure};

const DEFAULT: u16 = 8080;

/// The port that `--port` names, or the default.
pub fn wanted(options: &[&str]) -> Result<u16> {
    let value = match options {
        [] => return Ok(DEFAULT),
        ["--port"] => bail!("--port needs a number from 1 to 65535"),
        ["--port", value] => value,
        [option] if option.starts_with("--port=") => &option["--port=".len()..],
        _ => bail!("serve takes nothing but --port PORT, not `{}`", options.join(" ")),
    };
    let port = value.parse().unwrap_or(0);
    ensure!(port != 0, "--port takes a number from 1 to 65535, not {value:?}");
    Ok(port)
}

/// Listens at `wanted` or the first free port above it, on both loopback addresses where the machine has both:
/// `localhost` may mean either.
pub fn listen(wanted: u16) -> Result<(u16, Vec<TcpListener>)> {
    for port in wanted..=u16::MAX {
        match listen_at(port) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            other => return Ok((port, other.with_context(|| format!("can't listen at port {port}"))?)),
        }
    }
    bail!("every port from {wanted} on is taken")
}

fn listen_at(port: u16) -> io::Result<Vec<TcpListener>> {
    let mut listeners = vec![TcpListener::bind((Ipv4Addr::LOCALHOST, port))?];
    match TcpListener::bind((Ipv6Addr::LOCALHOST, port)) {
        Ok(listener) => listeners.push(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => return Err(error),
        // No IPv6 here.
        Err(_) => {}
    }
    Ok(listeners)
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, TcpListener};

    use super::{listen, wanted};

    #[test]
    fn port_is_8080_or_what_the_option_says() {
        assert_eq!(wanted(&[]).unwrap(), 8080);
        assert_eq!(wanted(&["--port", "9000"]).unwrap(), 9000);
        assert_eq!(wanted(&["--port=9000"]).unwrap(), 9000);
    }

    #[test]
    fn a_bad_port_is_named() {
        for bad in ["0", "65536", "-1", "eighty", "", "80 "] {
            assert!(
                wanted(&["--port", bad])
                    .unwrap_err()
                    .to_string()
                    .contains(&format!("{bad:?}"))
            );
        }
        assert!(wanted(&["--port"]).is_err());
        assert!(wanted(&["--prot", "80"]).unwrap_err().to_string().contains("--prot 80"));
    }

    #[test]
    fn a_taken_port_gives_the_next_free_one() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let wanted = taken.local_addr().unwrap().port();
        let (port, listeners) = listen(wanted).unwrap();
        assert!(port > wanted);
        assert!(
            listeners
                .iter()
                .all(|listener| listener.local_addr().unwrap().ip().is_loopback())
        );
    }

    #[test]
    fn all_ports_taken_is_an_error() {
        let Ok(_last) = TcpListener::bind((Ipv4Addr::LOCALHOST, u16::MAX)) else {
            return;
        };
        assert!(listen(u16::MAX).is_err());
    }
}
