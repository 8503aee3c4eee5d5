"""What is read of a self-check: by its author; and by partners, what was shared with them."""
