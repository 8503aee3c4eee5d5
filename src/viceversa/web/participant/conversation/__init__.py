"""The conversation of a relationship, and writing back by a personal link."""
