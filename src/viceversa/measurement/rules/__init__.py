"""Plain Python of the self-check: competences, bands, answers, waves, what to propose."""
