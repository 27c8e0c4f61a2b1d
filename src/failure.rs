//! The ground: why something has no result, as a code with named parts. The page has the words for each code, in
//! `www/words/faults.js`.

/// Why a task has no result, or an executor didn't start.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// It arose here.
    Own {
        /// What happened, such as `timed-out`.
        code: &'static str,
        /// What is known about it, by name.
        parts: Vec<(&'static str, Part)>,
    },
    /// It arose in an isolated worker: the same as JSON, since nothing here looks into it.
    Relayed(String),
}

/// Something that is known about a failure.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A status, or a time in milliseconds.
    Number(u32),
    /// An address, or the browser's own message.
    Text(String),
}

impl Failure {
    /// A failure with this code, which has words in `www/words/faults.js`.
    pub fn new<const N: usize>(code: &'static str, parts: [(&'static str, Part); N]) -> Self {
        Self::Own {
            code,
            parts: parts.into(),
        }
    }

    /// A task's own reason, as a text that the page shows as it is.
    pub fn because(reason: &str) -> Self {
        Self::new("task-failed", [("cause", reason.into())])
    }
}

impl From<u32> for Part {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<u16> for Part {
    fn from(number: u16) -> Self {
        Self::Number(number.into())
    }
}

impl From<&str> for Part {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Part {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
