"""Settings: `base` for running, `test` for the tests, `env` for reading the environment."""
