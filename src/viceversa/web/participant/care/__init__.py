"""Care: a concern for its author and for the counsellor, hours, a push that the people answer."""
