//! A self-signed certificate, made at start and trusted only by the browser that is told its key.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rcgen::PublicKeyData as _;
use ring::digest;
use rustls::ServerConfig;
use rustls::pki_types::PrivatePkcs8KeyDer;

/// A server's TLS set-up, and the fingerprint by which a browser can be told to trust it.
#[derive(Clone)]
pub struct Certificate {
    tls: Arc<ServerConfig>,
    fingerprint: String,
}

impl Certificate {
    /// Makes a key and a certificate for these hosts.
    pub fn for_hosts(names: &[&str]) -> Self {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        let made = rcgen::generate_simple_self_signed(names).expect("host names make a certificate");
        let public_key = made.signing_key.subject_public_key_info();
        let fingerprint = STANDARD.encode(digest::digest(&digest::SHA256, &public_key));
        let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());

        let mut tls = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("ring speaks every version of TLS that rustls does")
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key.into())
            .expect("the certificate is of this key");
        tls.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Self {
            tls: Arc::new(tls),
            fingerprint,
        }
    }

    /// The SHA-256 of the public key in base64, as Chromium's `--ignore-certificate-errors-spki-list` takes it.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    pub(crate) fn tls(&self) -> Arc<ServerConfig> {
        Arc::clone(&self.tls)
    }
}
