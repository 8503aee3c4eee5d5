"""Rules of meetings: free times, series, numbers, video links, calendars and their replies."""
