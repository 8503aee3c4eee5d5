"""What the doors and the outbox ask: wishes, what was sent, which addresses are gone."""
