//! test262, the conformance suite of the specification, run natively and lowered.
//!
//! A variant is a test in one mode. Those which mention async code and which node passes as they are must pass
//! lowered too; so a test that node fails, or that this host cannot run, is no test of ours.
//! Apart from that, every test can be parsed: what node takes we must take.

pub mod front_matter;
pub mod host;
pub mod outcome;
pub mod parse;
pub mod report;
pub mod variant;
