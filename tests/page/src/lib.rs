//! The page tests.
