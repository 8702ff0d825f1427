"""Where the API stands: the one place that knows it."""

PREFIX = "/api/v1"
