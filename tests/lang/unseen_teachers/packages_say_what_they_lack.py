attempts = []
try:
    import urllib.requests
except ImportError as error:
    attempts.append(error)
try:
    import concurrent.nothing
except ImportError as error:
    attempts.append(error)
try:
    import math.nothing
except ImportError as error:
    attempts.append(error)
try:
    import json.nothing.more
except ImportError as error:
    attempts.append(error)
try:
    import nowhere.at.all
except ImportError as error:
    attempts.append(error)
for error in attempts:
    print(type(error).__name__, error, error.name)
