"""Tests of preparing and keeping."""
