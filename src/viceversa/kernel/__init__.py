"""What every package stands on: base model, public ids, errors, actor, clock. No domain nouns."""
