"""What we read from the directory, shaped for pages, for imports and for other packages."""
