//! `cargo xtask env`: what a shell needs to run wasm-pack by hand, as lines for it to evaluate.

use anyhow::{Result, bail};

use crate::flavour::Flavour;
use crate::toolchain::Toolchain;
use crate::tools::{GECKODRIVER, WASM_BINDGEN, WASM_PACK};

/// Prints them for the flavour of that name.
pub fn run(flavour: &str) -> Result<()> {
    let Some(flavour) = Flavour::ALL.into_iter().find(|known| known.name() == flavour) else {
        bail!("there is no flavour {flavour:?}, only threads and plain");
    };
    let toolchain = Toolchain::find()?;
    toolchain.please_wasm_pack()?;
    let tools = [WASM_PACK.folder()?, WASM_BINDGEN.folder()?, GECKODRIVER.folder()?];
    for (name, value) in toolchain.variables(flavour, &tools) {
        let value = value.as_ref().map(|value| value.to_string_lossy());
        println!("{}", line(name, value.as_deref()));
    }
    Ok(())
}

/// Sets or unsets a variable in a POSIX shell, or in PowerShell on Windows.
fn line(name: &str, value: Option<&str>) -> String {
    match value {
        Some(value) if cfg!(windows) => format!("$env:{name} = '{}'", value.replace('\'', "''")),
        Some(value) => format!("export {name}='{}'", value.replace('\'', r"'\''")),
        None if cfg!(windows) => format!("Remove-Item -ErrorAction Ignore Env:{name}"),
        None => format!("unset {name}"),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::line;

    #[test]
    fn values_are_quoted_for_the_shell() {
        assert_eq!(line("A", Some("b c")), "export A='b c'");
        assert_eq!(line("A", Some("it's")), r"export A='it'\''s'");
        assert_eq!(line("A", None), "unset A");
    }
}
