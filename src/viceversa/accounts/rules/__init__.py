"""Plain rules of the accounts: the set-up code."""
