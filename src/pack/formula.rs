//! Formulas over named inputs: `(本年数 − 上年数) ÷ 上年数`, read once and reckoned exactly.

use super::error::Trouble;
use crate::number::{Decimal, Ratio};

/// Parentheses inside each other; more is no formula that a person would check.
const DEEPEST: usize = 16;

/// A formula (公式).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// As written, with the signs of print.
    tokens: Vec<Token>,
    root: Node,
    names: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// One of `+ − × ÷ ( )`.
    Sign(char),
    Number(Decimal),
    Input(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    Number(Decimal),
    Input(usize),
    Opposite(Box<Node>),
    Both(Box<Node>, char, Box<Node>),
}

impl Formula {
    /// Reads a formula.
    ///
    /// # Errors
    /// Where it is none.
    pub fn read(text: &str) -> Result<Self, Trouble> {
        let (tokens, names) = tokens(text)?;
        let mut parser = Parser { tokens: &tokens, at: 0, depth: 0 };
        let root = parser.sum()?;
        if let Some(token) = parser.peek() {
            return Err(Trouble::Formula(said(token, &names)));
        }
        Ok(Self { root, tokens, names })
    }

    /// The names it is over, each once, in the order in which they first stand.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Its value for values of the names, in their order; `None` for a zero divisor or on overflow.
    #[must_use]
    pub fn value(&self, inputs: &[Decimal]) -> Option<Ratio> {
        reckon(&self.root, inputs)
    }

    /// The formula with something in place of each name.
    #[must_use]
    pub fn with(&self, words: &[String]) -> String {
        let mut out = String::new();
        let mut binary = false;
        for token in &self.tokens {
            match token {
                Token::Sign(sign @ ('(' | ')')) => out.push(*sign),
                Token::Sign(sign) if binary => out.extend([' ', *sign, ' ']),
                Token::Sign(sign) => out.push(*sign),
                Token::Number(number) => out.push_str(&crate::number::format::plain(*number)),
                Token::Input(at) => out.push_str(words.get(*at).map_or("", String::as_str)),
            }
            binary = !matches!(token, Token::Sign(sign) if *sign != ')');
        }
        out
    }

    /// The formula as a factor: in parentheses where it is a sum.
    #[must_use]
    pub fn factor_with(&self, words: &[String]) -> String {
        match &self.root {
            Node::Both(_, '+' | '−', _) => ["(", &self.with(words), ")"].concat(),
            _ => self.with(words),
        }
    }
}

fn reckon(node: &Node, inputs: &[Decimal]) -> Option<Ratio> {
    match node {
        Node::Number(value) => Some(Ratio::whole(*value)),
        Node::Input(at) => inputs.get(*at).copied().map(Ratio::whole),
        Node::Opposite(inner) => reckon(inner, inputs).map(Ratio::opposite),
        Node::Both(left, sign, right) => {
            let (left, right) = (reckon(left, inputs)?, reckon(right, inputs)?);
            match sign {
                '+' => left.plus(right),
                '−' => left.minus(right),
                '×' => left.times(right),
                _ => left.over(right),
            }
        }
    }
}

fn sign(c: char) -> Option<char> {
    Some(match c {
        '+' | '＋' => '+',
        '-' | '−' | '－' | '–' => '−',
        '*' | '×' | '＊' => '×',
        '/' | '÷' | '／' => '÷',
        '(' | '（' => '(',
        ')' | '）' => ')',
        _ => return None,
    })
}

/// The tokens of a formula, and the names in it.
fn tokens(text: &str) -> Result<(Vec<Token>, Vec<String>), Trouble> {
    let mut out = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.peek().copied() {
        if c.is_whitespace() {
            rest.next();
        } else if let Some(sign) = sign(c) {
            out.push(Token::Sign(sign));
            rest.next();
        } else {
            let mut word = String::new();
            while let Some(c) = rest.next_if(|c| !c.is_whitespace() && sign(*c).is_none()) {
                word.push(c);
            }
            out.push(if c.is_ascii_digit() {
                Token::Number(word.parse().map_err(|_| Trouble::Number(word))?)
            } else if let Some(at) = names.iter().position(|name| *name == word) {
                Token::Input(at)
            } else {
                names.push(word);
                Token::Input(names.len() - 1)
            });
        }
    }
    Ok((out, names))
}

/// What a token says, for the message that it is out of place.
fn said(token: &Token, names: &[String]) -> String {
    match token {
        Token::Sign(sign) => sign.to_string(),
        Token::Number(number) => number.to_string(),
        Token::Input(at) => names.get(*at).cloned().unwrap_or_default(),
    }
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    /// The next token, where it is one of these signs.
    fn take(&mut self, signs: &[char]) -> Option<char> {
        match self.peek() {
            Some(Token::Sign(sign)) if signs.contains(sign) => {
                let sign = *sign;
                self.at += 1;
                Some(sign)
            }
            _ => None,
        }
    }

    fn sum(&mut self) -> Result<Node, Trouble> {
        let mut left = self.product()?;
        while let Some(sign) = self.take(&['+', '−']) {
            left = Node::Both(Box::new(left), sign, Box::new(self.product()?));
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Node, Trouble> {
        let mut left = self.factor()?;
        while let Some(sign) = self.take(&['×', '÷']) {
            left = Node::Both(Box::new(left), sign, Box::new(self.factor()?));
        }
        Ok(left)
    }

    fn factor(&mut self) -> Result<Node, Trouble> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Trouble::Deep);
        }
        let node = match self.peek().cloned() {
            Some(Token::Number(value)) => {
                self.at += 1;
                Node::Number(value)
            }
            Some(Token::Input(at)) => {
                self.at += 1;
                Node::Input(at)
            }
            Some(Token::Sign('−')) => {
                self.at += 1;
                Node::Opposite(Box::new(self.factor()?))
            }
            Some(Token::Sign('(')) => {
                self.at += 1;
                let inner = self.sum()?;
                self.take(&[')']).ok_or(Trouble::Open)?;
                inner
            }
            Some(Token::Sign(sign)) => return Err(Trouble::Formula(sign.to_string())),
            None => return Err(Trouble::Ended),
        };
        self.depth -= 1;
        Ok(node)
    }
}
