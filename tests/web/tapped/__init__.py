"""Dates by one tap from a mail, and the private calendar."""
