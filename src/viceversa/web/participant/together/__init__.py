"""The pages that the members of a relationship share: together, agreement, notes."""
