"""The dates of a relationship: for its members, and for a delegate who sees nothing else."""
