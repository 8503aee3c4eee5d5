"""Pages reached by a personal link, without an account, and by their owner when signed in."""
