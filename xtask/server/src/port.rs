//! Where to listen: at the first free port.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener};

/// Where `localhost` leads: to either, so one listens at both.
pub const LOOPBACK: [IpAddr; 2] = [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)];

/// Listens at the `wanted` port or the first one above it that is free, at all of `addresses` that this machine has.
///
/// # Errors
///
/// If it has none of them, may not listen there, or every port is taken.
pub fn listen(addresses: &[IpAddr], wanted: u16) -> io::Result<(u16, Vec<TcpListener>)> {
    for port in wanted..=u16::MAX {
        match listen_at(addresses, port) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            other => return other.map(|listeners| (port, listeners)),
        }
    }
    let taken = format!("all ports from {wanted} up are in use");
    Err(io::Error::new(ErrorKind::AddrInUse, taken))
}

fn listen_at(addresses: &[IpAddr], port: u16) -> io::Result<Vec<TcpListener>> {
    let mut listeners = Vec::new();
    let mut refused = None;
    for address in addresses {
        match TcpListener::bind((*address, port)) {
            Ok(listener) => listeners.push(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => return Err(error),
            // Such as where there is no IPv6.
            Err(error) => refused = Some(error),
        }
    }
    match refused {
        Some(error) if listeners.is_empty() => Err(error),
        _ => Ok(listeners),
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr, TcpListener};

    use super::{LOOPBACK, listen};

    #[test]
    fn a_taken_port_gives_the_next_free_one() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let wanted = taken.local_addr().unwrap().port();
        let (port, listeners) = listen(&LOOPBACK, wanted).unwrap();
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
        assert!(listen(&LOOPBACK, u16::MAX).is_err());
    }

    #[test]
    fn an_address_that_is_not_this_machines_is_an_error() {
        // Kept for documentation: nobody has it.
        let nobodys = IpAddr::from([192, 0, 2, 1]);
        assert!(listen(&[nobodys], 8080).is_err());
    }
}
