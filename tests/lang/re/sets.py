"""Sets of characters with ranges, classes and awkward members."""
import re
text = 'az09_-]^[\\ .é\t'
for pattern in ('[a-z]', '[^a-z]', '[]a]', '[^]a]', '[a-]', '[-a]', '[\\w]', '[^\\w]', '[\\d_]', '[\\s.]', '[\\]\\[]', '[a\\-z]', '[\\\\]', '[.]', '[^\\s\\d]', '[\\x61\\u00e9]', '[é-ü]', '[\\t]', '[\\S]', '[\\D\\d]', '[$^*+?(){}|]', '[\\b]', '[\\060-\\071]', '[\\W]'):
    print(pattern, re.findall(pattern, text))
