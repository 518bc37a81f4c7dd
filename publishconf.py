"""Pelican's settings when publishing: pelicanconf.py with these changes."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

# A web server knows that /co-so/ means /co-so/index.html.
LINKS_NAME_INDEX = False
