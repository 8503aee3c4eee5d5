"""The engine beside its peers, with charts."""
