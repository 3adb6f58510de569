"""IGNORECASE, also beyond ASCII, in sets and with ranges."""
import re
print(re.findall('a', 'aA', re.I), re.findall('[a-c]', 'ABCDabcd', re.I), re.findall('[^a-c]', 'ABCDabcd', re.I))
print(re.findall('é', 'éÉ', re.I), re.findall('straße', 'STRAßE straße', re.I), re.findall('[а-я]+', 'Привет', re.I))
print(re.findall('(?i:a)b', 'abAbAB'), re.findall('(?i)a(?-i:b)', 'abAbAB'), re.match('(?i)HELLO', 'hello'))
print(re.sub('python', 'snake', 'Python PYTHON python', flags=re.I), re.findall(r'(a)\1', 'aA AA', re.I), re.findall(rb'a', b'aA', re.I))
