"""Round, Proposal, decisions: feeds the engine, keeps its answer, opens relationships."""
