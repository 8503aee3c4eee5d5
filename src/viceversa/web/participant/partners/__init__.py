"""Finding a partner oneself: who would suit, asking, taking back, wishing for a topic."""
