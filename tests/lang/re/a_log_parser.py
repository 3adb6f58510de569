"""Lines of a log, taken apart."""
import re
LINE = re.compile(r'(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:]+) \[(?P<level>\w+)\] (?P<text>.*)')
LOG = """2025-01-01 10:00:00 [INFO] started
2025-01-01 10:00:05 [ERROR] connection to 10.0.0.1:8080 lost
garbage
2025-01-01 10:00:09 [WARNING] retrying in 5s"""
for line in LOG.splitlines():
    if m := LINE.fullmatch(line):
        date, time, level, text = m.groups()
        print(f'{level:8} {time} {text}', re.findall(r'\d+(?:\.\d+){3}:\d+', text))
    else:
        print('?', line)
print(re.findall(r'^.*ERROR.*$', LOG, re.M), sorted({m['level'] for m in LINE.finditer(LOG)}))
