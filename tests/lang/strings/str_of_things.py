print(str(1), str(1.0), str(None), str([1, 'a']), str({'k': (1,)}), str(b'x'), str(), str(True))
print(str(b'caf\xc3\xa9', 'utf-8'), repr('a') + str('a'))
