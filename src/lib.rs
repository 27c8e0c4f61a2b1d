//! Easy Concurrency.
