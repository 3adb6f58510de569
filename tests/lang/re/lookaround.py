"""Looking ahead and behind takes nothing."""
import re
print(re.findall(r'Isaac (?=Asimov)', 'Isaac Asimov Isaac Newton'), re.findall(r'\w+(?=,)', 'a, b, c'), re.findall(r'\d+(?!\d|€)', '100€ 200'))
print(re.findall(r'(?<=-)\w+', 'spam-egg x-y'), re.findall(r'(?<!\d)\d{2}(?!\d)', '1 22 333 44'), re.findall(r'(?<=ab|cd)x', 'abx cdx ex'))
print(re.sub(r'(?<=\d)(?=(\d{3})+$)', ',', '1234567890'), re.match(r'(?=.*\d)(?=.*[a-z]).{4,}', 'abc1'), re.findall('(?=(aa))', 'aaaa'))
print(re.findall(r'(?<=^a)b', 'ab'), re.split(r'(?<=[.!]) ', 'One. Two! Three'), re.findall(r'(?<![a-z])c', 'c ac c'), re.search('(?<=(a))b', 'ab').group(1))
