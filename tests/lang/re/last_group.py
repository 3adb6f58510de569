"""A tokenizer that asks which group has matched last."""
import re
specification = [('NUMBER', r'\d+(\.\d*)?'), ('ASSIGN', r':='), ('END', r';'), ('ID', r'[A-Za-z]+'), ('OP', r'[+\-*/]'), ('NEWLINE', r'\n'), ('SKIP', r'[ \t]+'), ('MISMATCH', r'.')]
tokens = re.compile('|'.join(f'(?P<{name}>{pattern})' for name, pattern in specification))
for m in tokens.finditer('total := price * 1.5;\nx = 2'):
    if m.lastgroup != 'SKIP':
        print(m.lastgroup, repr(m.group()), m.lastindex)
print(re.match('(a)(b)', 'ab').lastindex, re.match('((ab))', 'ab').lastindex, re.match('(a)|(b)', 'a').lastindex, re.match('a', 'a').lastindex, re.match('(a)(?P<n>b)?', 'a').lastgroup)
