"""The pages on which somebody prepares: briefing, self-check, supervision circles."""
