"""People who sign in: users, their roles of office, sign-in, first run."""
