"""split with and without groups, with limits and with empty matches."""
import re
print(re.split(r'\W+', 'Words, words, words.'), re.split(r'(\W+)', 'Words, words, words.'))
print(re.split(r'\W+', 'Words, words, words.', maxsplit=1), re.split('[a-f]+', '0a3B9', flags=re.IGNORECASE))
print(re.split(r'(\W)+', '...words...'), re.split(r'\b', 'Words, words'), re.split('x*', 'axbc'), re.split('', 'ab'))
print(re.split('(a)|b', 'xaybz'), re.split('q', 'abc'), re.split(',', ''), re.compile(',').split('a,b,c', 2), re.split('a', 'banana', maxsplit=-1))
