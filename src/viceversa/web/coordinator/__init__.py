"""The coordinator's pages: people, programmes and cohorts, rounds, relationships."""
