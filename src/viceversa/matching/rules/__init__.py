"""Plain Python about matching: records, the engine's problem, the words for its reasons."""
