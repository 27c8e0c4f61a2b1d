//! Tests that need the whole machine: they compare times, or build the project once more. They run one by one, after all others.

mod endurance;
mod instrument;
mod own_function;
mod prediction;
mod speed;
mod undisturbed;
