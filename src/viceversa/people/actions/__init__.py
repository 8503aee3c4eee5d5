"""What changes the directory: imports, and the link between a person and a sign-in."""
