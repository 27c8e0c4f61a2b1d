//! Failures as JavaScript objects: a code with named parts.

use super::message::Reply;
use crate::failure::{Failure, Part};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/boundary/message.js")]
extern "C" {
    fn fault(code: &str) -> JsValue;
    fn add(fault: &JsValue, name: &str, part: JsValue);
    #[wasm_bindgen(js_name = relayed)]
    fn js_relayed(json: &str) -> JsValue;
    #[wasm_bindgen(js_name = faultOf)]
    fn fault_of(finished: &Reply) -> Option<String>;
    #[wasm_bindgen(js_name = died)]
    fn js_died(message: &Reply) -> String;
}

impl From<&Failure> for JsValue {
    fn from(failure: &Failure) -> Self {
        match failure {
            Failure::Own { code, parts } => {
                let fault = fault(code);
                for (name, part) in parts {
                    let part = match part {
                        Part::Number(number) => (*number).into(),
                        Part::Text(text) => Self::from_str(text),
                    };
                    add(&fault, name, part);
                }
                fault
            }
            Failure::Relayed(json) => js_relayed(json),
        }
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        (&failure).into()
    }
}

/// Why an input of an isolated worker has no value; `None` if it has one.
pub fn relayed(finished: &Reply) -> Option<Failure> {
    fault_of(finished).map(Failure::Relayed)
}

/// That an isolated worker died, and the fault that it died of.
pub fn died(message: &Reply) -> Failure {
    Failure::Relayed(js_died(message))
}
