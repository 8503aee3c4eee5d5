"""The pages of an end: end at once, pause, the last weeks, letters, what is past, champions."""
