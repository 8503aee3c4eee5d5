"""What is read of programmes, cohorts, topics and enrolments."""
