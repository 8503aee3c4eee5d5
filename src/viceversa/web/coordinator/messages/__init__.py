"""What is written to people: whether it arrived, and how every message looks."""
