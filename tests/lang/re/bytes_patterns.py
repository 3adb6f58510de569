"""Patterns of bytes see bytes only."""
import re
data = b'key=\xff\x00value; n=12\n'
print(re.findall(rb'\w+', data), re.search(rb'\xff', data), re.split(rb'[;=]', data), re.sub(rb'\d', lambda m: b'#', data))
print(re.match(rb'(?P<k>\w+)=', data).groupdict(), re.sub(rb'(\w)=', rb'\1:', data), re.findall(rb'(?i)KEY', data), re.findall(b'[\x80-\xff]', data))
print(re.compile(rb'a.b', re.S).match(b'a\nb'), re.fullmatch(rb'\d+', b'123').span(), re.subn(b'a', b'b', b'aa'), re.findall(rb'[^\w]', b'a-\xe9'))
