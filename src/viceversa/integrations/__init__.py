"""Outside systems, one folder each: a client of theirs, and what of theirs we understand."""
