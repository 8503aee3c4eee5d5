"""The coordinator’s pages about supervision circles."""
