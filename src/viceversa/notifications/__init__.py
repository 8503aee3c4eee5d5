"""What we tell people: an outbox, mail that arrives once, preferences, one folder per kind."""
