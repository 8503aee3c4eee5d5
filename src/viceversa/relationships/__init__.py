"""Relationship and its members, from opening to closure. Knows nothing of rounds."""
