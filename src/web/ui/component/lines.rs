//! A message of the engine, one statement a line.

/// The message with a line break after each `；`: what fails in several places is listed and not run together.
///
/// The class `lines` shows the breaks; what is copied stays in one piece.
pub fn lines(message: &str) -> String {
    message.replace('；', "；\n")
}
