"""Who partnered with whom, when, and which article says so."""
