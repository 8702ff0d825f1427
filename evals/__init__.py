"""Quality on labelled data: each figure is held to a floor that only rises."""
