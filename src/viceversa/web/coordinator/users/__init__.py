"""Who can sign in, and with which role of office."""
