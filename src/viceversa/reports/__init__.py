"""Read-only pictures across the nouns; no tables of its own."""
