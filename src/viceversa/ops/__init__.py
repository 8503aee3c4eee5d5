"""The operators' door: the command line, start-up checks, health."""
