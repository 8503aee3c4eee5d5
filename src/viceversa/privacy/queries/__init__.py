"""What privacy reads: the shelves of what is kept, and what on them is past its time."""
