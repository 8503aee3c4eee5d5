"""Tests of the pages on which somebody prepares."""
