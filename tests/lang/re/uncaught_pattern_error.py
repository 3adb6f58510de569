"""A pattern that is wrong ends the program."""
import re

def check(pattern):
    return re.compile(pattern)

print(check('[ab]'))
check('[ab')
