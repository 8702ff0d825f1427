"""Reports kept and accounts brought up to date, day after day: the pipeline over a store instead of over one run."""
