//! Digests → departments: which files belong together, which of them count, and which are copies or earlier versions.

use super::digest::normalize;
use crate::gather::{Gather, SortedMap};
use crate::summary::{Assignment, Digest, Grouping, Kind, Member, Role};

/// A department with its files.
#[derive(Clone, Debug, Default)]
pub(super) struct Department {
    /// Its name, the longest that its files use.
    pub name: String,
    /// Whether the name is that of a unit and not only of a file.
    pub is_named: bool,
    /// The year of its row.
    pub year: Option<i32>,
    /// Every file of it with its role.
    pub files: Vec<(usize, Role)>,
    /// The departments it sums up, by hand or as its report says.
    pub members: Vec<String>,
    /// Those of them that are there.
    pub children: Vec<usize>,
    /// The names of those that are not.
    pub absent: Vec<String>,
}

impl Department {
    /// The files of this year that count: the report first, then its tables, then the rest.
    pub(super) fn counted(&self) -> Vec<usize> {
        [Role::Report, Role::Tables, Role::Annex].into_iter().flat_map(|role| self.in_role(role)).gather()
    }

    /// The files in which figures of the department as a whole stand.
    pub(super) fn whole(&self) -> Vec<usize> {
        [Role::Report, Role::Tables].into_iter().flat_map(|role| self.in_role(role)).gather()
    }

    /// The files in a role.
    pub(super) fn in_role(&self, role: Role) -> impl Iterator<Item = usize> + '_ {
        self.files.iter().filter(move |(_, own)| *own == role).map(|(file, _)| *file)
    }
}

/// Departments, and what became of each file.
pub(super) struct Groups {
    pub departments: Vec<Department>,
    pub members: Vec<Member>,
}

/// Groups digests; what a person assigned comes before what was recognised.
pub(super) fn departments(digests: &[&Digest], grouping: &Grouping) -> Groups {
    let by_hand: Vec<Option<&Assignment>> =
        digests.iter().map(|d| grouping.assigned.iter().rev().find(|a| a.hash == d.hash)).gather();
    let names: Vec<Option<String>> = digests
        .iter()
        .zip(&by_hand)
        .map(|(digest, hand)| hand.and_then(|a| a.organization.clone()).or_else(|| digest.organization.clone()))
        .gather();
    let keys = Keys::of(names.iter().flatten());
    let mut departments: Vec<Department> = Vec::new();
    let mut row_of: SortedMap<String, usize> = SortedMap::new();
    let mut members: Vec<Member> = Vec::with_capacity(digests.len());
    let mut first_of: SortedMap<&str, usize> = SortedMap::new();
    for (file, digest) in digests.iter().enumerate() {
        let name = names.get(file).and_then(Option::as_ref);
        let first = *first_of.entry(&digest.hash).or_insert(file);
        let copy = (first != file).then_some(first);
        let row = match (copy.and_then(|at| members.get(at)), name) {
            (Some(first), _) => first.row,
            (None, Some(name)) => *row_of.entry(keys.key(name)).or_insert_with(|| add(&mut departments, name, true)),
            (None, None) => add(&mut departments, &digest.name, false),
        };
        let hand = by_hand.get(file).copied().flatten();
        let role = copy.map_or(Role::Report, |_| Role::Duplicate);
        if let Some(department) = departments.get_mut(row) {
            department.files.push((file, role));
            if let Some(name) = name.filter(|name| name.chars().count() > department.name.chars().count()) {
                department.name.clone_from(name);
            }
        }
        members.push(Member {
            name: digest.name.clone(),
            hash: digest.hash.clone(),
            title: digest.title.clone(),
            year: digest.year,
            row,
            role,
            instead: copy,
            by_hand: hand.is_some(),
        });
    }
    for department in &mut departments {
        settle(department, digests, &by_hand, &mut members);
    }
    relate(&mut departments, digests, grouping, &keys, &row_of);
    Groups { departments, members }
}

fn add(departments: &mut Vec<Department>, name: &str, is_named: bool) -> usize {
    departments.push(Department { name: name.to_owned(), is_named, ..Department::default() });
    departments.len() - 1
}

/// Gives a department its year, and each of its files a role.
fn settle(department: &mut Department, digests: &[&Digest], by_hand: &[Option<&Assignment>], members: &mut [Member]) {
    let own: Vec<usize> =
        department.files.iter().filter(|(_, role)| *role != Role::Duplicate).map(|(file, _)| *file).gather();
    let hand = |file: usize| by_hand.get(file).copied().flatten().and_then(|a| a.role);
    let is_in = |file: &usize| !matches!(hand(*file), Some(Role::Excluded | Role::Earlier));
    let year = |file: &usize| digests.get(*file).and_then(|d| d.year);
    department.year = own.iter().filter(|file| is_in(file)).filter_map(year).max();
    let mut latest: SortedMap<(Option<i32>, Kind, String), usize> = SortedMap::new();
    for file in own.iter().copied() {
        let (Some(digest), Some(member)) = (digests.get(file), members.get_mut(file)) else { continue };
        let is_earlier = digest.year.is_some() && digest.year != department.year;
        member.role = hand(file).unwrap_or(match digest.kind {
            _ if is_earlier => Role::Earlier,
            Kind::Report => Role::Report,
            Kind::Tables => Role::Tables,
            Kind::Annex => Role::Annex,
        });
        if hand(file).is_none() && digest.kind == Kind::Report {
            latest.insert((digest.year, digest.kind, plain_title(digest, department)), file);
        }
    }
    // Of several versions of one report the one that came last counts.
    for file in own {
        let Some(digest) = digests.get(file).filter(|_| hand(file).is_none()) else { continue };
        let last = latest.get(&(digest.year, digest.kind, plain_title(digest, department))).copied();
        if let (Some(member), Some(last)) = (members.get_mut(file), last.filter(|last| *last != file)) {
            (member.role, member.instead) = (Role::Superseded, Some(last));
        }
    }
    for (file, role) in &mut department.files {
        *role = members.get(*file).map_or(*role, |member| member.role);
    }
}

/// A title without the unit, the year and the words for a version, by which versions of one report are known.
fn plain_title(digest: &Digest, department: &Department) -> String {
    const VERSIONS: [&str; 9] = ["征求意见稿", "送审稿", "修改稿", "修订稿", "最终版", "终稿", "定稿", "初稿", "草稿"];
    let mut title =
        normalize(digest.title.as_deref().unwrap_or(&digest.name)).replace(&normalize(&department.name), "");
    for version in VERSIONS {
        title = title.replace(version, "");
    }
    title.chars().filter(|c| !c.is_ascii_digit() && !matches!(c, '年' | '度')).collect()
}

/// Finds what each department sums up: as said by hand, else as its report says.
fn relate(
    departments: &mut [Department],
    digests: &[&Digest],
    grouping: &Grouping,
    keys: &Keys,
    row_of: &SortedMap<String, usize>,
) {
    for parent in &grouping.parents {
        let row = row_of.get(&keys.key(&parent.organization)).copied();
        if let Some(department) = row.and_then(|row| departments.get_mut(row)) {
            department.members.clone_from(&parent.members);
        }
    }
    for row in 0..departments.len() {
        let Some(department) = departments.get_mut(row) else { continue };
        if department.members.is_empty() {
            let said = department.in_role(Role::Report).filter_map(|file| digests.get(file)).map(|d| &d.members);
            let first = said.into_iter().find(|list| !list.is_empty()).cloned();
            department.members = first.unwrap_or_default();
        }
        for name in &department.members {
            match find(name, row, keys, row_of) {
                Some(child) => department.children.push(child),
                None => department.absent.push(name.clone()),
            }
        }
    }
}

/// The department that a report which sums up means by a name: the unit alone (本级) where it names itself.
fn find(name: &str, parent: usize, keys: &Keys, row_of: &SortedMap<String, usize>) -> Option<usize> {
    let plain = normalize(name);
    let bare = plain.strip_suffix("本级").unwrap_or(&plain);
    let alone = [bare, "本级"].concat();
    [plain.as_str(), &alone, bare]
        .iter()
        .find_map(|name| row_of.get(&keys.key(name)).copied().filter(|row| *row != parent))
}

/// Names of units by which departments are told apart: a short name stands for the one longer name that ends with it.
pub(super) struct Keys(SortedMap<String, String>);

impl Keys {
    fn of<'a>(names: impl Iterator<Item = &'a String>) -> Self {
        let all: Vec<String> = names.map(|name| normalize(name)).gather();
        let mut keys = SortedMap::new();
        for name in &all {
            let key = Self::longer(name, &all).unwrap_or_else(|| name.clone());
            keys.insert(name.clone(), key);
        }
        Self(keys)
    }

    /// The one longer name that ends with a name; none where there are several.
    fn longer(name: &str, all: &[String]) -> Option<String> {
        let mut longer: Vec<&String> =
            all.iter().filter(|other| other.len() > name.len() && other.ends_with(name)).gather();
        crate::order::by(&mut longer, |a, b| a.cmp(b));
        longer.dedup();
        let between = longer.clone();
        longer.retain(|name| !between.iter().any(|other| other.len() > name.len() && other.ends_with(name.as_str())));
        match longer.as_slice() {
            [one] if name.chars().count() >= 3 => Some((*one).clone()),
            _ => None,
        }
    }

    /// What a name is compared by.
    pub(super) fn key(&self, name: &str) -> String {
        let plain = normalize(name);
        if let Some(key) = self.0.get(&plain) {
            return key.clone();
        }
        let all: Vec<String> = self.0.values().cloned().gather();
        Self::longer(&plain, &all).unwrap_or(plain)
    }
}
