"""One policy a noun: who may look, who may write."""
