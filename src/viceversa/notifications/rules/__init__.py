"""Plain Python: who gets it, when it may ring, how often to try, what came back."""
