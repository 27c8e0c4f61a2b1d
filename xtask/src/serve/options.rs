//! What `serve` is told: a port, and to whom.

use std::net::IpAddr;

use anyhow::{Result, bail, ensure};

/// Where to serve.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// The first port to try.
    pub port: u16,
    /// Not to this machine only, but at this address of it.
    pub host: Option<IpAddr>,
}

/// Reads `--port PORT` and `--host ADDRESS`, also with an equals sign.
pub fn read(words: &[&str]) -> Result<Options> {
    let mut options = Options { port: 8080, host: None };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (*word, None),
        };
        let mut value = || value.or_else(|| words.next().copied()).unwrap_or_default();
        match name {
            "--port" => options.port = port(value())?,
            "--host" => options.host = Some(address(value())?),
            _ => bail!("serve takes nothing but --port PORT and --host ADDRESS, not `{word}`"),
        }
    }
    Ok(options)
}

fn port(value: &str) -> Result<u16> {
    let port = value.parse().unwrap_or(0);
    ensure!(port != 0, "--port takes a number from 1 to 65535, not {value:?}");
    Ok(port)
}

fn address(value: &str) -> Result<IpAddr> {
    let Ok(address) = value.parse() else {
        bail!("--host takes an IP address of this machine, or 0.0.0.0 for all that it has, not {value:?}");
    };
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::{Options, read};

    #[test]
    fn what_is_said_is_heeded_and_the_rest_is_usual() {
        assert_eq!(read(&[]).unwrap(), Options { port: 8080, host: None });
        let host = Some([192, 168, 0, 2].into());
        for words in [
            ["--port", "9000", "--host", "192.168.0.2"].as_slice(),
            &["--host=192.168.0.2", "--port=9000"],
        ] {
            assert_eq!(read(words).unwrap(), Options { port: 9000, host });
        }
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        for bad in ["0", "65536", "-1", "eighty", "", "80 "] {
            let error = read(&["--port", bad]).unwrap_err().to_string();
            assert!(error.contains(&format!("{bad:?}")), "{error}");
        }
        assert!(read(&["--port"]).is_err());
        assert!(read(&["--host"]).is_err());
        assert!(
            read(&["--host", "phone"])
                .unwrap_err()
                .to_string()
                .contains("\"phone\"")
        );
        assert!(read(&["--prot", "80"]).unwrap_err().to_string().contains("--prot"));
    }
}
