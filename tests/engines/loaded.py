"""What a process of an engine has loaded; it loads nothing itself."""

import os
import sys


def loaded(names):
    """Whether each of these modules is loaded, and in which process."""
    return [(name in sys.modules, os.getpid()) for name in names]
