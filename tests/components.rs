//! Panels drawn natively to HTML.
