# limit: any
import re

print(re.match("(a+)+$", "a" * 60 + "b"))
