"""The components, tried without a database."""
