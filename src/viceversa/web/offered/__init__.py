"""Answering a proposal or a request by a personal link, without an account."""
