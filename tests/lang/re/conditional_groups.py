"""A pattern that depends on whether a group has matched."""
import re
p = re.compile(r'(<)?(\w+@\w+(?:\.\w+)+)(?(1)>|$)')
for text in ('<user@host.com>', 'user@host.com', '<user@host.com', 'user@host.com>'):
    print(text, bool(p.match(text)))
print(re.findall(r'(?P<q>")?\w+(?(q)")', '"a" b "c'), re.match('(a)?(?(1)b|c)', 'c'), re.match('(a)?(?(1)b)', 'ab'), re.match('(?:(a)|b)(?(1)c|d)', 'bd'))
