//! Base64 VLQ, the numbers of source maps: <https://tc39.es/ecma426/#sec-base64-vlq>.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Appends `number`.
pub fn push(out: &mut Vec<u8>, number: i64) {
    let mut rest = (number.unsigned_abs() << 1) | u64::from(number < 0);
    loop {
        let digit = (rest & 31) as usize;
        rest >>= 5;
        if rest == 0 {
            out.push(DIGITS[digit]);
            return;
        }
        out.push(DIGITS[digit | 32]);
    }
}

/// How many steps have their segment prepared.
const STEPS: usize = 512;

/// For each step, the segment `,{step}AA{step}`, which goes on by as much in the source as in the output, and, in the
/// last byte, its length.
static SAME_STEPS: [[u8; 8]; STEPS] = {
    let mut steps = [[0; 8]; STEPS];
    let mut step = 0;
    while step < STEPS {
        let (low, high) = (step << 1 & 31, step << 1 >> 5);
        steps[step] = match high {
            0 => [b',', DIGITS[low], b'A', b'A', DIGITS[low], 0, 0, 5],
            _ => [b',', DIGITS[low | 32], DIGITS[high], b'A', b'A', DIGITS[low | 32], DIGITS[high], 7],
        };
        step += 1;
    }
    steps
};

/// Appends the segment that is `step` further on in the output, and in the same line of the same source. Most are so.
#[inline]
pub fn push_same_step(out: &mut Vec<u8>, step: u32) {
    match SAME_STEPS.get(step as usize) {
        // A copy of fixed length is one instruction.
        Some(segment) => {
            let end = out.len() + usize::from(segment[7]);
            out.extend_from_slice(segment);
            out.truncate(end);
        }
        None => {
            out.push(b',');
            push(out, step.into());
            out.extend_from_slice(b"AA");
            push(out, step.into());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_are_those_of_the_standard() {
        let numbers = [0, 1, -1, 15, 16, -16, 511, 512, i64::from(u32::MAX)];
        let texts = numbers.map(|number| written(|out| push(out, number)));
        assert_eq!(texts, ["A", "C", "D", "e", "gB", "hB", "+f", "ggB", "+/////H"]);
    }

    #[test]
    fn prepared_steps_are_the_same_as_others() {
        for step in [0, 1, 15, 16, 100, 511, 512, 100_000] {
            let number = written(|out| push(out, step.into()));
            assert_eq!(written(|out| push_same_step(out, step)), format!(",{number}AA{number}"));
        }
    }
}
