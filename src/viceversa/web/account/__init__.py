"""Signing in and out, the first run, the sample company's doors, one's own settings."""
