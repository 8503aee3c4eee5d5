"""Where a small push helps: the coordinator's list, its responses, the parameters of a cohort."""
