//! Parts that bear the noun of their whole (中心词): 政策解读65个，图解11个、视频解读8个、文字解读46个.

use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::Scope;
use crate::rule::part_whole::row::{is_alike, names};

/// How many characters at the end of two names make one noun of them.
const NOUN: usize = 4;

/// How many characters two names, of which neither is the end of the other, end with alike.
fn shared(name: &str, other: &str) -> usize {
    let alike = name.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count();
    if alike < name.chars().count().min(other.chars().count()) { alike } else { 0 }
}

/// 政策解读65个，图解11个、视频解读8个、文字解读46个: most parts are named by the noun of the whole.
pub(super) fn is_headed(scope: &Scope, list: &[usize], total: &Fact) -> bool {
    let tail: String = total.label.words.chars().rev().take(2).gather().into_iter().rev().collect();
    let Some(names) = names(scope, list) else { return false };
    let headed = names.iter().filter(|name| name.ends_with(&tail)).count();
    // 博士学位授予点14个，…硕士学位授予点10个、…: what goes on under the same long noun is one more of its kind.
    if names.iter().any(|name| shared(name, &total.label.words) >= NOUN) {
        return false;
    }
    tail.chars().count() == 2 && headed * 2 > names.len() && (is_alike(&names) || names.len() >= 3)
}
