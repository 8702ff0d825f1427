"""Speed and quality on invented reports."""
