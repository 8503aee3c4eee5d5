"""Rules of endings: when a planned end begins and is due, what comes of it, what stays readable."""
