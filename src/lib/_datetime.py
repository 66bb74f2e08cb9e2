"""Fast implementation of the datetime type."""

import datetime
import sys

sys.modules['_datetime'] = datetime
