"""After an empty match the search goes on so that nothing repeats."""
import re
for pattern, text in (('', 'ab'), ('x*', 'axxb'), ('a*?', 'aa'), ('a|', 'ba'), ('|a', 'aa'), (r'\b|\w+', 'ab cd'), ('(?=a)', 'aab'), ('$', 'ab'), ('^', 'ab'), (r'\b', 'a')):
    print(repr(pattern), re.findall(pattern, text), re.sub(pattern, '-', text), re.split(pattern, text), [m.span() for m in re.finditer(pattern, text)])
