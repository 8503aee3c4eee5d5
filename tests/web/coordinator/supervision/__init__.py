"""Tests of the coordinator’s pages about mentors’ circles."""
