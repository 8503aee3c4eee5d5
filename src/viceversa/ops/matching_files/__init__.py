"""Matching without a database: reading the two files, writing the folder, proving it again."""
