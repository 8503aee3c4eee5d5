"""What people find out about themselves: the self-check, and the distance they travel."""
