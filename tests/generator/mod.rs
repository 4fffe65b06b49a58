//! Departments that do not exist and the reports they might have written: seeded, varied in order, wording and unit, and
//! consistent in themselves and with each other to the last digit, so that every fault in them was planted.
#![allow(dead_code, reason = "each suite uses a part of it")]

mod prose;

pub use prose::report;

/// A stream of numbers that depends on its seed alone (SplitMix64).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn within(&mut self, least: i64, most: i64) -> i64 {
        let width = u64::try_from(most - least + 1).expect("least is not above most");
        least + i64::try_from(self.next() % width).expect("small")
    }

    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[usize::try_from(self.within(0, list.len() as i64 - 1)).expect("an index")]
    }
}

/// An amount in hundredths of 万元, which are whole in 元 too.
pub type Hundredths = i64;

/// What a department has to report of one year.
#[derive(Clone, Debug)]
pub struct Books {
    pub appropriation: Hundredths,
    pub other_revenue: Hundredths,
    pub opening: Hundredths,
    pub closing: Hundredths,
    pub personnel: Hundredths,
    pub operating: Hundredths,
    pub projects: Vec<Hundredths>,
    pub initial_budget: Hundredths,
    pub adjusted_budget: Hundredths,
    pub three_public_budget: Hundredths,
    pub vehicles: Hundredths,
    pub reception: Hundredths,
    pub staff: i64,
    pub quota: i64,
    pub score: i64,
}

impl Books {
    pub fn revenue(&self) -> Hundredths {
        self.appropriation + self.other_revenue
    }

    pub fn basic(&self) -> Hundredths {
        self.personnel + self.operating
    }

    pub fn project(&self) -> Hundredths {
        self.projects.iter().sum()
    }

    pub fn expenditure(&self) -> Hundredths {
        self.basic() + self.project()
    }

    pub fn three_public(&self) -> Hundredths {
        self.vehicles + self.reception
    }

    /// Books whose two sides balance.
    pub fn made(chance: &mut Chance, opening: Hundredths) -> Self {
        let personnel = chance.within(20_000, 300_000);
        let operating = personnel * chance.within(10, 20) / 100;
        let projects: Vec<i64> = (0..chance.within(4, 7)).map(|_| chance.within(1_000, 90_000)).collect();
        let expenditure = personnel + operating + projects.iter().sum::<i64>();
        let closing = expenditure * chance.within(1, 4) / 100;
        let revenue = expenditure + closing - opening;
        let other_revenue = revenue * chance.within(1, 5) / 100;
        let adjusted_budget = expenditure * 100 / chance.within(92, 99);
        let initial_budget = adjusted_budget * 100 / chance.within(120, 135);
        let (vehicles, reception) = (chance.within(200, 3_000), chance.within(50, 900));
        let staff = chance.within(60, 180);
        Self {
            appropriation: revenue - other_revenue,
            other_revenue,
            opening,
            closing,
            personnel,
            operating,
            projects,
            initial_budget,
            adjusted_budget,
            three_public_budget: (vehicles + reception) * chance.within(105, 125) / 100,
            vehicles,
            reception,
            staff,
            quota: staff * 100 / chance.within(88, 98),
            score: chance.within(90, 98),
        }
    }

    /// The books of a unit that sums up others.
    pub fn sum<'a>(all: impl Iterator<Item = &'a Books> + Clone) -> Self {
        let add = |field: fn(&Books) -> i64| all.clone().map(field).sum::<i64>();
        Self {
            appropriation: add(|b| b.appropriation),
            other_revenue: add(|b| b.other_revenue),
            opening: add(|b| b.opening),
            closing: add(|b| b.closing),
            personnel: add(|b| b.personnel),
            operating: add(|b| b.operating),
            projects: all.clone().map(Books::project).collect(),
            initial_budget: add(|b| b.initial_budget),
            adjusted_budget: add(|b| b.adjusted_budget),
            three_public_budget: add(|b| b.three_public_budget),
            vehicles: add(|b| b.vehicles),
            reception: add(|b| b.reception),
            staff: add(|b| b.staff),
            quota: add(|b| b.quota),
            score: 95,
        }
    }
}

/// Money that a department tells of having given to another or got from it.
#[derive(Clone, Debug)]
pub struct Sent {
    pub is_given: bool,
    pub other: String,
    pub amount: Hundredths,
}

/// A department with the books of two years.
#[derive(Clone, Debug)]
pub struct Department {
    pub name: String,
    pub year: i32,
    pub books: Books,
    pub before: Books,
    pub sent: Vec<Sent>,
    pub members: Vec<String>,
    pub seed: u64,
}

impl Department {
    /// The department's report of the year before.
    pub fn earlier(&self) -> Self {
        let mut before = self.before.clone();
        before.score = 93;
        Self {
            year: self.year - 1,
            books: before.clone(),
            before: Books { opening: 0, ..before },
            sent: Vec::new(),
            members: Vec::new(),
            seed: self.seed ^ 0xff,
            name: self.name.clone(),
        }
    }
}

const PLACES: [&str; 8] = ["青岭县", "云溪县", "临湖县", "石桥县", "白沙县", "平川县", "望江县", "松原县"];
const OFFICES: [&str; 16] = [
    "水利局",
    "林业局",
    "教育局",
    "民政局",
    "统计局",
    "审计局",
    "司法局",
    "交通运输局",
    "文化旅游局",
    "应急管理局",
    "城市管理局",
    "自然资源局",
    "退役军人事务局",
    "医疗保障局",
    "信访局",
    "商务局",
];

/// So many departments, no two of one name; every fourth sends money to the one after it, and both say so.
pub fn departments(count: usize, seed: u64) -> Vec<Department> {
    let mut all: Vec<Department> = (0..count)
        .map(|at| {
            let own = seed.wrapping_mul(1_000_003).wrapping_add(at as u64);
            let mut chance = Chance::new(own);
            let place = PLACES[at / OFFICES.len() % PLACES.len()];
            let round = at / (OFFICES.len() * PLACES.len());
            let office = OFFICES[at % OFFICES.len()];
            let name =
                if round == 0 { format!("{place}{office}") } else { format!("{place}第{}{office}", han(round)) };
            let before = Books::made(&mut chance, 1_000);
            let books = Books::made(&mut chance, before.closing);
            Department { name, year: 2022, books, before, sent: Vec::new(), members: Vec::new(), seed: own }
        })
        .collect();
    for at in (0..count.saturating_sub(1)).step_by(4) {
        let amount = Chance::new(seed ^ at as u64).within(100, 9_000);
        let (giver, receiver) = (all[at].name.clone(), all[at + 1].name.clone());
        all[at].sent.push(Sent { is_given: true, other: receiver, amount });
        all[at + 1].sent.push(Sent { is_given: false, other: giver, amount });
    }
    all
}

fn han(number: usize) -> String {
    let digits: Vec<char> = "零一二三四五六七八九".chars().collect();
    number.to_string().bytes().map(|digit| digits[usize::from(digit - b'0')]).collect()
}

/// The department that sums up others and names them.
pub fn parent(name: &str, children: &[Department]) -> Department {
    Department {
        name: name.to_owned(),
        year: children[0].year,
        books: Books::sum(children.iter().map(|d| &d.books)),
        before: Books::sum(children.iter().map(|d| &d.before)),
        sent: Vec::new(),
        members: children.iter().map(|d| d.name.clone()).collect(),
        seed: 77,
    }
}
