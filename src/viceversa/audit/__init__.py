"""Who did what to whom: an append-only, hash-chained table with a closed catalogue of verbs."""
