//! Texts that several lowerings write.

/// `name` as a string literal.
pub fn quoted(name: &str) -> String {
    let mut out = String::from("\"");
    for c in name.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\0'..='\x1f' => out += &format!("\\u{:04x}", u32::from(c)),
            _ => out.push(c),
        }
    }
    out + "\""
}
