"""The pages of mentors, mentees and those who answer for a programme."""
