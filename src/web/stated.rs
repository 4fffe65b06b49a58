//! A document checked with what a person stated of it (自定关系). Its figures are found by their words, so it is read before that is judged.

use crate::project::{Flat, UserRelation, key};
use crate::report::{Claim, Report};

/// Checks a document of this name, by a check that takes claims, with those of the relations that are about it.
pub fn check(name: &str, relations: &[Flat], check: &dyn Fn(&[Claim]) -> Report) -> Report {
    let bare = check(&[]);
    let is_own = |relation: &UserRelation| relation.file == key(name, &bare);
    let own = relations.iter().filter_map(UserRelation::of_flat).filter(is_own);
    let claims: Vec<Claim> = own.filter_map(|relation| relation.claim(&bare)).collect();
    if claims.is_empty() { bare } else { check(&claims) }
}
