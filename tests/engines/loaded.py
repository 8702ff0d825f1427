"""Work for the processes of an engine that tells of them; it loads nothing itself, so that they begin quickly."""

import os
import signal
import sys
import time


def loaded(names):
    """Whether each of these modules is loaded, and in which process."""
    return [(name in sys.modules, os.getpid()) for name in names]


def stuck(numbers):
    """Twice each; over 7 it never comes to an end, and over 13 its process stands still."""
    if 7 in numbers:
        time.sleep(6000)
    if 13 in numbers:
        os.kill(os.getpid(), signal.SIGSTOP)
    return [2 * number for number in numbers]
