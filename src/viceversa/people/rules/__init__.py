"""The people file in plain Python: bytes in, typed rows and precise problems out."""
