"""The forms in which facts leave Rashomon for other programs."""
