"""Spans count characters, not bytes."""
import re
text = 'añb日本c😀d'
print([(m.group(), m.span()) for m in re.finditer(r'\w', text)], re.search('c', text).span(), re.compile('.').match(text, 4))
print(re.compile('本').search(text, 4, 6), re.compile('d$').search(text), re.split('[ñ日]', text), re.sub('日本', 'JP', text))
print([m.span() for m in re.finditer('', 'é😀')], re.search('(?<=日)本', text).span(), re.findall('[^a-z]', text), re.search('(b)(日)', text).regs)
