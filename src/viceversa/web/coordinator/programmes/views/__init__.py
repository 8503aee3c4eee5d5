"""The coordinator’s pages: one module for each noun."""
