"""Reading a file in a process of its own, to see what memory it takes."""

import subprocess
import sys

_READ = """
import sys
from pathlib import Path
from rashomon.ingest import pages

for found in pages([sys.argv[1]]):
    print(getattr(found, "code", "page"))
status = Path("/proc/self/status").read_text()
print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))
"""


def read_alone(path):
    """What came of a file, and the most memory in megabytes; by /proc, since getrusage tells the parent's too."""
    done = subprocess.run([sys.executable, "-c", _READ, str(path)], capture_output=True, text=True, check=True)
    *found, peak_kb = done.stdout.split()
    return found, int(peak_kb) / 1024
