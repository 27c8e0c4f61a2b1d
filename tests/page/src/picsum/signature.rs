//! The `hmac` parameter: only addresses that picsum.photos has handed out are drawn by its image host.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::hmac::{self, HMAC_SHA256, Key};
use ring::rand::SystemRandom;

/// The secret that the two hosts share.
pub struct Signer(Key);

impl Signer {
    /// A signer with a key of its own, so that nothing signed for another stand-in is valid here.
    ///
    /// # Panics
    ///
    /// If the operating system has no random numbers.
    #[must_use]
    pub fn new() -> Self {
        Self(Key::generate(HMAC_SHA256, &SystemRandom::new()).expect("the system has random numbers"))
    }

    /// The signature of a path, as it is put into an address.
    #[must_use]
    pub fn sign(&self, path: &str) -> String {
        URL_SAFE_NO_PAD.encode(hmac::sign(&self.0, path.as_bytes()))
    }

    /// Whether a path was signed with this key.
    #[must_use]
    pub fn accepts(&self, path: &str, signature: &str) -> bool {
        URL_SAFE_NO_PAD
            .decode(signature)
            .is_ok_and(|signature| hmac::verify(&self.0, path.as_bytes(), &signature).is_ok())
    }
}

impl Default for Signer {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::Signer;

    #[test]
    fn a_path_is_accepted_with_its_own_signature_only() {
        let signer = Signer::new();
        let signature = signer.sign("/id/1/200/300.jpg");
        assert!(signer.accepts("/id/1/200/300.jpg", &signature));
        assert!(!signer.accepts("/id/2/200/300.jpg", &signature));
        assert!(!signer.accepts("/id/1/200/300.jpg", "no signature"));
    }

    #[test]
    fn another_stand_in_has_another_key() {
        let signature = Signer::new().sign("/id/1/200/300.jpg");
        assert!(!Signer::new().accepts("/id/1/200/300.jpg", &signature));
    }
}
