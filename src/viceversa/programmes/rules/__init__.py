"""Plain Python about programmes: policy, charter, timeline, eligibility, topics, transitions."""
