"""What is promised to people over all nouns: sealed texts, and an end to what is kept."""
