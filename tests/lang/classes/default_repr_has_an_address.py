class Plain:
    pass


text = repr(Plain())
print(text.startswith('<__main__.Plain object at 0x'), text.endswith('>'))
print(Plain, type(Plain()), type(Plain))
